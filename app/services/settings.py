"""The user's settings: a typed JSON file; what is broken in it falls back to the default and says so."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from app.services.jobs import Job, Listeners
from auction_client.model.fields import Money
from nlp.linking.preferences import Preferences

Language = Literal["en", "ko"]
Appearance = Literal["system", "light", "dark", "high_contrast"]


def _known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(f"no time zone is called {name}") from error


class Settings(BaseModel):
    """All settings. Amounts are USD; `warn_off_reference` is a fraction of the reference price; `zone`: in which times
    are read and shown, the machine's own where it is null; `preferences`: the user's own defaults of reading."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Language = "en"
    appearance: Appearance = "system"
    text_scale: float = Field(default=1.0, ge=0.8, le=2.0)
    reduced_motion: bool = False
    warn_total: Money = Decimal("25000")
    block_total: Money = Decimal("1000000")
    warn_off_reference: float = Field(default=0.5, ge=0.05, le=5.0)
    warn_gpus: int = Field(default=512, ge=1)
    first_run_done: bool = False
    zone: Annotated[str, AfterValidator(_known_zone)] | None = None
    preferences: Preferences = Field(default_factory=Preferences)


class SettingsService:
    """Reads the file once and writes it at every change, whole, by replacing it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners = Listeners()
        self.dropped: tuple[str, ...] = ()
        self._settings = self._load()

    @property
    def settings(self) -> Settings:
        return self._settings

    def on_change(self, listener: Job) -> Job:
        return self._listeners.add(listener)

    def update(self, **changes: Any) -> None:
        """Sets some settings. Raises pydantic.ValidationError for a value out of range; nothing changes then."""
        self._settings = Settings.model_validate({**dict(self._settings), **changes})
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(self._settings.model_dump_json(indent=1) + "\n", encoding="utf-8")
        fresh.replace(self._path)
        self._listeners.tell()

    def _load(self) -> Settings:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            self.dropped = ("*",)
            return Settings()
        if not isinstance(values, dict):
            self.dropped = ("*",)
            return Settings()
        try:
            return Settings.model_validate(values)
        except ValidationError as error:
            bad = {str(fault["loc"][0]) for fault in error.errors(include_url=False)}
            self.dropped = tuple(sorted(bad))
            return Settings.model_validate({key: value for key, value in values.items() if key not in bad})
