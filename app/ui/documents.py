"""Files that the window reads and writes: bids, proofs, requests and signatures of a second person, tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.errors import UserFacing
from app.services.files import load_bid_file, read_document, save_bid_file, write_document
from app.services.pasting import drafts_from
from app.services.tables import drafts_csv, orders_csv
from app.services.views import SignRequest
from app.services.workbench import Workbench
from app.ui.orders.viewmodel import OrdersViewModel
from app.ui.words import Words

BID = "*.bid.json *.json"
JSON = "*.json"
LISTS = "*.csv *.tsv *.txt *.eml"


class Documents:
    """Asks where, reads or writes, and tells what went wrong or that it is done."""

    def __init__(
        self,
        parent: QWidget,
        words: Callable[[], Words],
        bench: Workbench,
        orders: OrdersViewModel,
        failed: Callable[[UserFacing], None],
        tell: Callable[[str], None],
    ) -> None:
        self._parent = parent
        self._words = words
        self._bench = bench
        self._orders = orders
        self._failed = failed
        self._tell = tell

    def open_bid(self) -> bool:
        """A bid file becomes a draft; an e-mail, a list or a table becomes one for each request in it. False where none
        was chosen or it holds no bid."""
        path = self._ask_open(self._t("Open a bid file"), f"{BID} {LISTS}")
        if path is None:
            return False
        if path.suffix.casefold() in (".json", ""):
            return self._try(lambda: self._bench.drafts.new(source=load_bid_file(path)))
        return self._try(lambda: self._open_list(path))

    def _open_list(self, path: Path) -> None:
        text = read_document(path).decode("utf-8-sig", "replace")
        count = drafts_from(text, self._bench.drafts, self._bench.quick_reader.get())
        self._tell(self._t("{count} drafts made from {name}", count=count, name=path.name))

    def save_bid(self) -> None:
        """The open draft's bid as a file."""
        bid = self._bench.drafts.state.bid
        if bid is None:
            self._tell(self._t("There is no bid to save yet."))
            return
        path = self._ask_save(self._t("Save the bid"), "request.bid.json", "*.bid.json")
        if path is not None:
            self._try(lambda: save_bid_file(path, bid))

    def save_orders(self) -> None:
        """All orders as a table."""
        self._save(self._t("Save all orders as a table"), "orders.csv", "*.csv", self._orders_table())

    def save_drafts(self) -> None:
        """All drafts as a table."""
        table = drafts_csv(self._bench.drafts.rows())
        self._save(self._t("Save all drafts as a table"), "drafts.csv", "*.csv", table)

    def save_proof(self, order_id: str) -> None:
        """Everything kept about an order, for somebody who was not there."""
        title, name = self._t("Save the proof"), f"{order_id}.proof.json"
        self._orders.ask_proof(order_id, lambda document: self._save(title, name, JSON, document))

    def save_request(self, order_id: str) -> None:
        """What a second person signs."""
        title, name = self._t("Save the request for a signature"), f"{order_id}.request.json"
        self._orders.ask_for_signature(order_id, lambda document: self._save(title, name, JSON, document))

    def take_signature(self, order_id: str) -> None:
        """A second person's answer lets an order go."""
        document = self._read(self._t("Open the signed answer"))
        if document is not None:
            self._orders.take_signature(order_id, document)

    def open_request(self, show: Callable[[SignRequest], None]) -> None:
        """Somebody else's request, to be shown."""
        document = self._read(self._t("Open a request for a signature"))
        if document is not None:
            self._orders.look_at(document, show)

    def save_signature(self, document: bytes) -> None:
        """This person's answer, to be handed back."""
        self._save(self._t("Save the signature, to be handed back"), "signature.json", JSON, document)

    def _t(self, english: str, **facts: object) -> str:
        return self._words()(english, **facts)

    def _orders_table(self) -> bytes:
        return orders_csv(self._bench.orders.state.orders)

    def _read(self, title: str) -> bytes | None:
        path = self._ask_open(title, JSON)
        found: list[bytes] = []
        if path is not None:
            self._try(lambda: found.append(read_document(path)))
        return found[0] if found else None

    def _save(self, title: str, name: str, kinds: str, document: bytes) -> None:
        path = self._ask_save(title, name, kinds)
        if path is not None and self._try(lambda: write_document(path, document)):
            self._tell(self._t("Saved as {name}", name=path.name))

    def _ask_open(self, title: str, kinds: str) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(path) if path else None

    def _ask_save(self, title: str, name: str, kinds: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        return Path(path) if path else None

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserFacing as error:
            self._failed(error)
            return False
        return True
