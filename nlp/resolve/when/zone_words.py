"""Grammar rules for zones: ET, PST, UTC, "(KST)", "Seoul time", Asia/Seoul, 한국시간."""

from __future__ import annotations

from types import MappingProxyType

from nlp.resolve.when.lexicon import ZONE_PHRASES, ZONES
from nlp.resolve.when.reader import Reader, phrase_table, remembered
from nlp.resolve.when.zones import iana_name


@remembered
def zone_name(reader: Reader, at: int) -> tuple[int, str] | None:
    """The index after a zone, and its IANA name."""
    bracket = reader.mark(at, "(")
    start = at + 1 if bracket else at
    found = _short(reader, start) or _korean(reader, start) or _city(reader, start) or _iana(reader, start)
    if found is None:
        return None
    end, name = found
    if bracket:
        end += reader.mark(end, ")")
        end = _as_a_basis(reader, end)
    return end, name


def _short(reader: Reader, at: int) -> tuple[int, str] | None:
    text = reader.at(at).text
    if reader.word(at, "utc", "gmt") and (offset := _offset(reader, at + 1)):
        return offset
    if reader.word(at) and text in ZONES:
        return _as_a_basis(reader, reader.skip(at + 1, "time")), ZONES[text]
    utc = reader.word(at, "z") and reader.glued(at) and reader.tag(at - 1) == "number"
    return (at + 1, "UTC") if utc else None


_HALF_HOURS = MappingProxyType({"+5:30": "Asia/Kolkata", "+5:45": "Asia/Kathmandu", "+9:30": "Australia/Darwin"})


def _offset(reader: Reader, at: int) -> tuple[int, str] | None:
    """The "+2" of UTC+2, the "+05:30" of "GMT+05:30". IANA writes whole hours with the sign turned round."""
    hours = reader.number(at + 1)
    if not reader.mark(at, "+-") or hours is None or hours > 14 or not reader.glued(at + 1):
        return None
    sign = reader.at(at).text
    minutes = reader.number(at + 3) if reader.mark(at + 2, ":") and reader.glued(at + 2) else None
    if minutes:
        name = _HALF_HOURS.get(f"{sign}{hours}:{minutes}")
        return (at + 4, name) if name else None
    end = at + 2 if minutes is None else at + 4
    return end, f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "UTC"


def _korean(reader: Reader, at: int) -> tuple[int, str] | None:
    at += reader.tag(at) == "country" and reader.tag(at + 1) == "zone"
    token = reader.at(at)
    if token.tag != "zone" or not isinstance(token.value, str):
        return None
    behind = reader.at(at + 1)
    if behind.text not in ("시간", "시각", "기준", "시간으로", "시각으로", "시간대", "시간기준"):
        return None
    end = at + 2
    if (
        reader.mark(end, "(")
        and reader.word(end + 1)
        and reader.at(end + 1).text in ZONES
        and reader.mark(end + 2, ")")
    ):
        end += 3
    return reader.particles(_as_a_basis(reader, end)), token.value


def _as_a_basis(reader: Reader, at: int) -> int:
    """The index behind 기준(으로), 시간 기준 or 시간으로, in which Korean says a zone's name."""
    start = at
    if reader.at(at).text in ("시간", "시각", "시간대"):
        at += 1
    if reader.at(at).text in ("기준", "으로", "기준으로", "시간기준"):
        return at + 1
    return at if reader.at(start).text in ("시간", "시각", "시간대") and not reader.number(start - 1) else start


_CITIES = phrase_table(ZONE_PHRASES)


def _city(reader: Reader, at: int) -> tuple[int, str] | None:
    found = reader.longest(at, _CITIES)
    return (found[0] + 1, found[1]) if found and reader.word(found[0], "time") else None


def _iana(reader: Reader, at: int) -> tuple[int, str] | None:
    end = at
    while end < at + 8 and (end == at or reader.glued(end)) and (reader.word(end) or reader.mark(end, "/_-")):
        end += 1
    name = iana_name("".join(reader.at(index).text for index in range(at, end)))
    return (end, name) if name else None
