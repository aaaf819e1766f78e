"""The language model's part of reading: which spans belong together."""

from nlp.linker.choose import backend_for
from nlp.linker.linker import LinkerAnswer, ModelLinker
from nlp.linker.local import LocalModel
from nlp.models.backend import Backend
from nlp.models.errors import NotHeard

__all__ = ["Backend", "LinkerAnswer", "LocalModel", "ModelLinker", "NotHeard", "backend_for"]
