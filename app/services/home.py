"""The folder where this user's drafts, orders, keys and models live."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Home:
    """One folder with a place for each thing; folders are made when first asked for, for the user's eyes only."""

    root: Path

    @classmethod
    def of_user(cls) -> Home:
        """Where the platform keeps the data of its users' programs."""
        return cls(Path(platformdirs.user_data_dir("Bidwright", appauthor=False)))

    @property
    def desk(self) -> Path:
        """Drafts, settings and crash reports."""
        return self._made("desk")

    @property
    def orders(self) -> Path:
        """The outbox, the audit chain and the account's key."""
        return self._made("orders")

    def order_folders(self) -> tuple[Path, ...]:
        """Every folder that holds an outbox: the account's own, then those of sessions without a kept key."""
        folders = (self.orders, *sorted((self.orders / "sessions").glob("*")))
        return tuple(folder for folder in folders if (folder / "outbox.sqlite").is_file())

    @property
    def practice(self) -> Path:
        """The practice exchange's store and key."""
        return self._made("practice")

    @property
    def models(self) -> Path:
        """Which language models are known and which one is used."""
        return self._made("models")

    def _made(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder
