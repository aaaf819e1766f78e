"""The colours of the window, one set for each appearance. `tests/ui` checks their contrast."""

from __future__ import annotations

from dataclasses import dataclass, fields

ROLE_NAMES = ("quantity", "asset", "time", "price", "place", "attribute", "side", "joiner")
"""The roles of words that have a colour of their own."""


@dataclass(frozen=True)
class RoleColour:
    """Ink and ground of recognised words of one role."""

    ink: str
    ground: str


@dataclass(frozen=True)
class Tokens:
    """Colours as #rrggbb. `ground` lies under everything, `surface` under cards, `sunken` under fields and headers."""

    name: str
    dark: bool
    ground: str
    rail: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    veil: str
    roles: tuple[RoleColour, ...]
    border_width: int = 1

    def role(self, name: str) -> RoleColour | None:
        """The colours of a role of the reader, None for the ones that are not coloured."""
        name = {"validity": "time", "choice": "joiner", "reference": "time"}.get(name, name)
        return self.roles[ROLE_NAMES.index(name)] if name in ROLE_NAMES else None

    def text_pairs(self) -> list[tuple[str, str, str]]:
        """(what, ink, ground) of every text that the window draws."""
        pairs = [
            (f"{ink} on {ground}", getattr(self, ink), getattr(self, ground))
            for ink in ("text", "muted")
            for ground in ("ground", "rail", "surface", "sunken", "hover")
        ]
        pairs += [
            (f"{tone} on {tone}_soft", getattr(self, tone), getattr(self, f"{tone}_soft"))
            for tone in ("good", "warn", "bad")
        ]
        pairs += [
            (f"{tone} on surface", getattr(self, tone), self.surface) for tone in ("good", "warn", "bad", "accent_ink")
        ]
        pairs += [
            ("text on warn_soft", self.text, self.warn_soft),
            ("text on bad_soft", self.text, self.bad_soft),
            ("on_accent on accent", self.on_accent, self.accent),
            ("on_accent on accent_hover", self.on_accent, self.accent_hover),
            ("accent_ink on accent_soft", self.accent_ink, self.accent_soft),
        ]
        pairs += [
            (f"role {name}", colour.ink, colour.ground) for name, colour in zip(ROLE_NAMES, self.roles, strict=True)
        ]
        return pairs

    def colour_names(self) -> dict[str, str]:
        """All single colours by name."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.type == "str" and field.name != "name"
        }


def _roles(*pairs: tuple[str, str]) -> tuple[RoleColour, ...]:
    return tuple(RoleColour(ink, ground) for ink, ground in pairs)


LIGHT = Tokens(
    name="light",
    dark=False,
    ground="#f5f6f8",
    rail="#eceef2",
    surface="#ffffff",
    sunken="#f3f4f7",
    hover="#e9ecf1",
    border="#e1e4ea",
    border_strong="#7d8695",
    text="#151a21",
    muted="#535c6a",
    accent="#1f57d6",
    accent_hover="#1a49b5",
    on_accent="#ffffff",
    accent_soft="#e6edfc",
    accent_ink="#1d4ec0",
    good="#0c6b43",
    good_soft="#e0f3e9",
    warn="#7c4f00",
    warn_soft="#fdf1d8",
    bad="#ae2014",
    bad_soft="#fce8e6",
    veil="#151a21",
    roles=_roles(
        ("#5b2a9d", "#efe8fa"),
        ("#1c4fae", "#e4ecfa"),
        ("#0f5f63", "#dcf1f1"),
        ("#0c6438", "#dff2e6"),
        ("#7a4a08", "#f8ecd9"),
        ("#8a2a63", "#fae6f1"),
        ("#374151", "#e8eaee"),
        ("#4a5361", "#eef0f3"),
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    ground="#0f1217",
    rail="#0b0e12",
    surface="#171b22",
    sunken="#1d222b",
    hover="#252b35",
    border="#2a313c",
    border_strong="#6b7686",
    text="#e9edf3",
    muted="#a3adbb",
    accent="#7ba4ff",
    accent_hover="#97b8ff",
    on_accent="#0a1428",
    accent_soft="#1b2740",
    accent_ink="#9dbcff",
    good="#5fd39b",
    good_soft="#14301f",
    warn="#f0c562",
    warn_soft="#33280f",
    bad="#ff9b90",
    bad_soft="#3a1916",
    veil="#000000",
    roles=_roles(
        ("#cdb3ff", "#2b2142"),
        ("#a6c5ff", "#1a2947"),
        ("#85dadd", "#11302f"),
        ("#86dba8", "#143021"),
        ("#f0c88d", "#34270f"),
        ("#f5aad3", "#3a1a2c"),
        ("#ccd3dd", "#2a303a"),
        ("#b4bdca", "#232932"),
    ),
)

HIGH_CONTRAST = Tokens(
    name="high_contrast",
    dark=True,
    ground="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#262626",
    border="#ffffff",
    border_strong="#ffffff",
    text="#ffffff",
    muted="#f0f0f0",
    accent="#ffe300",
    accent_hover="#fff27a",
    on_accent="#000000",
    accent_soft="#2e2a00",
    accent_ink="#ffe300",
    good="#6dff9e",
    good_soft="#002b10",
    warn="#ffd84d",
    warn_soft="#2b2000",
    bad="#ffb3ab",
    bad_soft="#3b0500",
    veil="#000000",
    roles=_roles(
        ("#e5d4ff", "#2a1457"),
        ("#cfe0ff", "#0a2a66"),
        ("#b5fbff", "#004347"),
        ("#b9ffd2", "#00431f"),
        ("#ffe2b0", "#4a2e00"),
        ("#ffd0ea", "#560d35"),
        ("#ffffff", "#333333"),
        ("#ffffff", "#222222"),
    ),
    border_width=2,
)

ALL = (LIGHT, DARK, HIGH_CONTRAST)


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    bright, dim = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
