"""Choosing a model: what `model list/add/verify/use` do. The state is one JSON file in a folder the caller gives."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from nlp.models.errors import ModelError
from nlp.models.files import Watch, digest_of, unwatched
from nlp.models.manifest import DEFAULT, ModelEntry, PinnedFile, default_model

STATE_FILE = "models.json"


class _State(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int = 1
    used: str = DEFAULT.name
    added: tuple[ModelEntry, ...] = ()


@dataclass(frozen=True)
class ListedModel:
    """A model with whether it is the one in use and whether its file is where it should be."""

    entry: ModelEntry
    used: bool
    present: bool


def list_models(folder: Path) -> tuple[ListedModel, ...]:
    """All models, the packaged one first. Raises ModelError for a state file that cannot be read."""
    state = _read(folder)
    return tuple(
        ListedModel(entry, entry.name == state.used, _present(entry)) for entry in (default_model(), *state.added)
    )


def add_model(folder: Path, path: Path, name: str | None = None, watch: Watch = unwatched) -> ModelEntry:
    """Adds a GGUF file, or a folder with a transformers checkpoint, and pins its content. Raises ModelError."""
    path = path.expanduser().resolve()
    file = path / "model.safetensors" if path.is_dir() else path
    if path.is_dir() and not (file.is_file() and (path / "config.json").is_file()):
        raise ModelError(f"{path} is no checkpoint: it needs config.json, the tokenizer's files and model.safetensors")
    if not file.is_file():
        raise ModelError(f"there is no file {path}")
    if not path.is_dir() and not _begins_as_gguf(file):
        raise ModelError(f"{path} is no GGUF file; give a .gguf file, or a folder with a transformers checkpoint")
    sha256, size = digest_of(file, watch)
    pinned = PinnedFile(path=str(file), sha256=sha256, size=size)
    return _add(folder, name or path.stem, {"kind": "checkpoint" if path.is_dir() else "gguf", "file": pinned})


def add_server(folder: Path, url: str, served_name: str, name: str) -> ModelEntry:
    """Adds an OpenAI-compatible server. Requests then leave this machine unless the address is local."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise ModelError(f"{url} is no server address; give one like http://127.0.0.1:8000/v1")
    return _add(folder, name, {"kind": "server", "url": url.rstrip("/"), "served_name": served_name})


def verify_model(folder: Path, name: str, watch: Watch = unwatched) -> ModelEntry:
    """Reads the whole file again and compares it with the pinned content. Raises ModelError where it differs."""
    entry = find_model(folder, name)
    if entry.file is None:
        raise ModelError(f"{name} is a server: its weights cannot be checked from here")
    for file in (entry.file, *((entry.adapter.file,) if entry.adapter else ())):
        path = file.locate()
        sha256, size = digest_of(path, watch)
        if (sha256, size) != (file.sha256, file.size):
            raise ModelError(
                f"{path} is not what was pinned: SHA-256 {sha256} with {size} bytes instead of {file.sha256} "
                f"with {file.size}. It will not be loaded; reinstall it, or add it again under a new name"
            )
    return entry


def use_model(folder: Path, name: str, watch: Watch = unwatched) -> ModelEntry:
    """Makes this the model that reads, after verifying it. Raises ModelError; the choice is then unchanged."""
    entry = find_model(folder, name)
    if entry.kind != "server":
        verify_model(folder, name, watch)
    _write(folder, _read(folder).model_copy(update={"used": name}))
    return entry


def find_model(folder: Path, name: str) -> ModelEntry:
    """The model of this name. Raises ModelError with the names that exist."""
    models = {listed.entry.name: listed.entry for listed in list_models(folder)}
    if name not in models:
        raise ModelError(f"there is no model {name}; there are: {', '.join(models)}")
    return models[name]


def used_model(folder: Path) -> ModelEntry:
    """The model that reads. Raises ModelError."""
    return find_model(folder, _read(folder).used)


def _add(folder: Path, name: str, fields: dict[str, object]) -> ModelEntry:
    state = _read(folder)
    try:
        entry = ModelEntry.model_validate({"name": name, **fields})
    except ValidationError:
        raise ModelError(f"{name!r} cannot be a model's name: letters, digits, dots and dashes only") from None
    for existing in (DEFAULT, *state.added):
        if existing.name == name and existing != entry:
            raise ModelError(f"there is a model {name} already; give this one another name")
    if entry not in state.added:
        _write(folder, state.model_copy(update={"added": (*state.added, entry)}))
    return entry


def _present(entry: ModelEntry) -> bool:
    if entry.file is None:
        return True
    try:
        return entry.file.locate().is_file()
    except ModelError:
        return False


def _begins_as_gguf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"GGUF"


def _read(folder: Path) -> _State:
    path = folder / STATE_FILE
    try:
        return _State.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _State()
    except (OSError, ValidationError):
        raise ModelError(f"{path} cannot be read; repair it, or delete it to go back to the packaged model") from None


def _write(folder: Path, state: _State) -> None:
    path = folder / STATE_FILE
    partial = path.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8") as stream:
            stream.write(state.model_dump_json(indent=1, exclude_none=True))
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        raise ModelError(f"{path} cannot be written: {error.strerror or error}") from None
