"""The packaged model and the adapter that is shipped with it."""

from pathlib import Path

import pytest

from nlp.linker import LocalModel
from nlp.models import manifest
from nlp.models.errors import ModelError
from nlp.models.files import digest_of
from nlp.models.manifest import ADAPTERS, DEFAULT, Adapter, PinnedFile, default_model
from nlp.models.symbols import VERSION


def test_the_shipped_adapter_is_the_pinned_one_and_fits_the_text_form() -> None:
    adapter = default_model().adapter
    assert adapter is not None
    assert adapter.interface == VERSION
    assert digest_of(adapter.file.locate()) == (adapter.file.sha256, adapter.file.size)
    assert adapter.file.size < 12_000_000
    assert (ADAPTERS / "MODEL_CARD.md").is_file()


def test_an_adapter_of_another_text_form_is_left_out() -> None:
    file = PinnedFile(path="x.gguf", sha256="0" * 64, size=1)
    fitting = DEFAULT.model_copy(update={"adapter": Adapter(file=file, interface=VERSION)})
    other = DEFAULT.model_copy(update={"adapter": Adapter(file=file, interface=VERSION + 1)})
    assert LocalModel(fitting).name == f"{DEFAULT.name}+adapter"
    assert LocalModel(other).name == DEFAULT.name


def test_without_an_adapter_the_base_model_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "ADAPTERS", tmp_path)
    assert default_model() == DEFAULT
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(ModelError, match="not a manifest"):
        default_model()
