"""What the list of drafts shows and does, without a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.services.drafts import DraftService
from app.services.pins import merge
from app.services.store import DraftRow
from app.services.workbench import Workbench
from auction_client.model.bid import Bid

Name = Callable[[Bid | None], str]


@dataclass(frozen=True)
class DraftEntry:
    """One draft of the list. `name`: its words, or what it holds where it has none; `open`: the composer shows it."""

    id: str
    name: str
    updated: datetime
    template: bool
    open: bool


class DraftsViewModel(QObject):
    """Holds what is searched for; everything else is the draft service's. `opened`: the composer shows another draft
    now."""

    changed = Signal()
    opened = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = bench.drafts
        self._search = ""
        self._stop = bench.drafts.on_list_change(self.changed.emit)

    def close(self) -> None:
        """Listens no more."""
        self._stop()

    @property
    def search(self) -> str:
        return self._search

    def look_for(self, search: str) -> None:
        """Lists the drafts that have every one of these words; all of them where there are none."""
        if search != self._search:
            self._search = search
            self.changed.emit()

    def entries(self, name: Name) -> tuple[DraftEntry, ...]:
        """The drafts that are looked for: templates first, then the last changed first. `name` says a bid in the user's
        language; None stands for a draft that holds nothing yet."""
        return entries_of(self._drafts, self._search, name)

    def use(self, entry: DraftEntry) -> None:
        """Goes on with a draft, or with a copy of a template."""
        if entry.template:
            self.duplicate(entry)
            return
        if entry.id != self._drafts.state.id:
            self._drafts.open(entry.id)
        self.opened.emit()

    def begin(self) -> None:
        """Goes on with an empty draft."""
        self._drafts.new()
        self.opened.emit()

    def duplicate(self, entry: DraftEntry) -> None:
        """Goes on with a copy."""
        self._drafts.duplicate(entry.id)
        self.opened.emit()

    def keep_as_template(self, entry: DraftEntry, on: bool) -> None:
        """Makes a template of a draft, or an ordinary draft of a template."""
        self._drafts.set_template(entry.id, on)

    def delete(self, entry: DraftEntry) -> Callable[[], None]:
        """Deletes a draft; the function that is returned brings it back."""
        self._drafts.delete(entry.id)
        return lambda: self._drafts.undelete(entry.id)


def entries_of(drafts: DraftService, search: str, name: Name) -> tuple[DraftEntry, ...]:
    """The drafts whose name has every word of `search`, as the list and the palette show them."""
    wanted = search.casefold().split()
    open_id = drafts.state.id
    found = (
        DraftEntry(row.id, row.text if row.text.strip() else name(_bid(row)), row.updated, row.template,
                   row.id == open_id)
        for row in drafts.rows()
    )  # fmt: skip
    return tuple(each for each in found if all(word in each.name.casefold() for word in wanted))


def _bid(row: DraftRow) -> Bid | None:
    return None if row.wordless is None else merge(row.wordless.source, row.wordless.pins).bid
