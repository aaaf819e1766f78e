"""The language model's part of reading: which spans belong together."""

from nlp.linker.backend import Backend, NotHeard
from nlp.linker.linker import LinkerAnswer, ModelLinker
from nlp.linker.local import LocalModel

__all__ = ["Backend", "LinkerAnswer", "LocalModel", "ModelLinker", "NotHeard"]
