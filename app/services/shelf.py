"""The language models of one home folder, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.errors import UserFacing
from app.services.ports import Watch
from app.services.views import ModelView
from nlp.models.errors import ModelError
from nlp.models.manage import ListedModel, add_model, add_server, list_models, use_model, verify_model


class FolderShelf:
    """What the commands `model list|add|verify|use` do, for the window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def models(self) -> tuple[ModelView, ...]:
        with _told("The models could not be listed"):
            return tuple(_view(listed) for listed in list_models(self._folder))

    def add_file(self, path: Path, watch: Watch) -> str:
        with _told("The model was not added"):
            return add_model(self._folder, path, watch=watch).name

    def add_server(self, url: str, served_name: str, name: str) -> str:
        with _told("The model was not added"):
            return add_server(self._folder, url, served_name, name).name

    def verify(self, name: str, watch: Watch) -> None:
        with _told("The model is not as it was pinned"):
            verify_model(self._folder, name, watch)

    def use(self, name: str, watch: Watch) -> None:
        with _told("The model cannot be used; the one before goes on reading"):
            use_model(self._folder, name, watch)


def _view(listed: ListedModel) -> ModelView:
    entry = listed.entry
    place = entry.url or ""
    if entry.file is not None:
        try:
            place = str(entry.file.locate())
        except ModelError:
            place = entry.file.path
    adapter = entry.adapter.file if entry.adapter else None
    return ModelView(
        name=entry.name,
        kind=entry.kind,
        place=place,
        sha256=entry.sha256,
        size=entry.file.size if entry.file else None,
        adapter=f"{Path(adapter.path).name}, {adapter.sha256[:12]}" if adapter else "",
        licence=entry.licence,
        used=listed.used,
        present=listed.present,
    )


@contextmanager
def _told(title: str) -> Iterator[None]:
    try:
        yield
    except ModelError as error:
        raise UserFacing("model", title, str(error)) from error
