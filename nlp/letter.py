"""What of a pasted letter is not its order: mail headers, salutations, signatures, addresses, quoted earlier mail.

Names there are of people and streets, even where the catalogue has them as places or tokens ("Best, Virginia"), and
numbers are telephone lines and accounts. A stretch that says anything an order could state is left to be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nlp.lexicon import letters
from nlp.patterns import lazy
from nlp.resolve.when import match as match_time
from nlp.tagged import Product
from nlp.tagging.base import Clean
from nlp.tagging.matchers.names import product_at
from nlp.tagging.matchers.price import price_at
from nlp.tagging.matchers.quantity import quantity_at
from nlp.tagging.matchers.terms import attribute_at, refusal_at, side_at

_MOST_SIGNATURE_LINES = 7
_LINE = lazy(r"[^\n]+")
_WORD = lazy(r"[^\s,;:()]+")
_CONTACTS = tuple(map(lazy, letters.CONTACTS))
_PLAIN = tuple(map(lazy, (*letters.NUMBERS, letters.SENT_LINE)))
_SALUTATION = lazy(letters.SALUTATION)
_ADDRESSES = tuple(map(lazy, letters.ADDRESSES))
_HEADER = lazy(rf"({letters.MAIL_HEADERS}) ?[:：] ?(.*)")
_CORRESPONDENTS = frozenset(("from", "to", "cc", "bcc", "reply-to", "보낸사람", "받는사람", "발신", "수신", "참조"))
_DATES = frozenset(("sent", "date", "보낸날짜", "날짜", "일시"))
_SIGN_OFF = lazy(rf"{letters.SIGN_OFF}[,.!~ -]*")
_SIGNED = lazy(
    rf"(?:^|(?<=[.!?\n])|(?<=[.!?\n] )|(?<=, ))(?:{letters.SIGN_OFF})[,.!~ -]*\n? ?"
    r"(?P<name>[a-z][a-z'.-]*(?: [a-z][a-z'.-]*){0,2})[.! ]*$"
)
_SIGNED_KOREAN = lazy(letters.SIGNED_KOREAN)
_INTRODUCED = lazy(letters.INTRODUCED)
_CAPITALISED = lazy(r"(?:[A-Z][A-Za-z'.-]*\.?)(?: [A-Z][A-Za-z'.-]*\.?){0,3}")
_PERSON = lazy(letters.PERSON)
_PERSON_TAIL = lazy(letters.PERSON_TAIL)
_ORGANISATION_TAIL = lazy(letters.ORGANISATION_TAIL)
_ORGANISATION_HEAD = lazy(letters.ORGANISATION_HEAD)
_SEAT = lazy(letters.COMPANY_SEAT)
_KOREAN_SEAT = lazy(letters.KOREAN_SEAT)
_WRITES_FROM = lazy(letters.KOREAN_WRITES_FROM)
_KOREAN_COMPANY = lazy(letters.COMPANY_BEFORE_KOREAN)
_THERE = lazy(letters.THERE)
_QUOTE_HEAD = lazy(letters.QUOTE_HEAD)
_WISH = lazy(letters.WISH)
_STARTS_A_WORD = lazy(r"[a-z0-9가-힣]")

Range = tuple[int, int]


@dataclass(frozen=True)
class Quote:
    """An earlier message, [start, end) of the clean text; from `body` on is what it says itself."""

    start: int
    body: int
    end: int


@dataclass(frozen=True)
class Letter:
    """Stretches of the clean text: `asides` are never of the order, `quotes` are of an earlier message."""

    asides: tuple[Range, ...] = ()
    quotes: tuple[Quote, ...] = ()


def letter_of(clean: Clean) -> Letter:
    """The parts of a letter around its order. Linear in the text's length."""
    quotes = tuple(_quotes(clean))
    found = [
        *(each for rule in _RULES for each in rule(clean)),
        *_signature(clean, quotes),
    ]
    return Letter(tuple(_joined(found)), quotes)


def _joined(ranges: list[Range]) -> Iterator[Range]:
    """Ranges in order, those that overlap as one."""
    at: Range | None = None
    for start, end in sorted(ranges):
        if at and start < at[1]:
            at = (at[0], max(at[1], end))
            continue
        if at:
            yield at
        at = (start, end)
    if at:
        yield at


def _orders(clean: Clean, start: int, end: int) -> bool:
    """Whether a stretch states anything of an order other than a name: a count, a GPU, a time, a price, a wish."""
    if _WISH.search(clean.text, start, end):
        return True
    for word in _WORD.finditer(clean.text, start, end):
        at = word.start()
        if any(matcher(clean, at) for matcher in (quantity_at, price_at, attribute_at, refusal_at)):
            return True
        if (side := side_at(clean, at)) and side.value:
            return True
        product = product_at(clean, at)
        if product and isinstance(product.value, Product) and product.value.kind == "gpu":
            return True
        if match_time(clean.text, at, korean=clean.korean):
            return True
    return False


def _plain(clean: Clean) -> Iterator[Range]:
    """Telephone numbers, mail addresses, the date of writing, postal addresses."""
    for pattern in _PLAIN:
        yield from (found.span() for found in pattern.finditer(clean.text))
    for pattern in _ADDRESSES:
        yield from (found.span() for found in pattern.finditer(clean.cased))


def _contacts(clean: Clean) -> Iterator[Range]:
    """ "Contact: anyone but Virginia", "cc Paris", 담당: 도쿄지사 김민수."""
    for pattern in _CONTACTS:
        for found in pattern.finditer(clean.text):
            start, end = found.span()
            if _PERSON.search(clean.cased, start + 1, end) and not _orders(clean, start, end):
                yield start, end


def _salutation(clean: Clean) -> Iterator[Range]:
    """ "Hi Virginia,"; 안녕하세요 도쿄지사 이지은입니다."""
    for pattern in (_SALUTATION, _INTRODUCED):
        for found in pattern.finditer(clean.text):
            if not _orders(clean, *found.span()):
                yield found.span()


def _names(clean: Clean) -> Iterator[Range]:
    """Places and tokens that are somebody's name, part of an institution's, or the seat of who writes."""
    seated = _THERE.search(clean.text) is None
    for pattern in (clean.lexis.places, clean.lexis.tokens):
        for found in pattern.finditer(clean.text):
            start, end = found.span()
            if start == end or (start and _STARTS_A_WORD.match(clean.text, start - 1)) or found[0] == "us":
                continue
            before = clean.text[max(0, start - 90) : start]
            if tail := (_PERSON_TAIL.match(clean.text, end) or _ORGANISATION_TAIL.match(clean.text, end)):
                yield start, tail.end()
            elif head := _ORGANISATION_HEAD.search(before):
                yield start - len(before) + head.start(), end
            elif seated and (seat := _SEAT.search(before)):
                yield start - len(before) + seat.start(), end
            elif seated and (tail := _korean_seat(clean, before, end)):
                yield start, tail.end()


def _korean_seat(clean: Clean, before: str, end: int) -> re.Match[str] | None:
    """What shows behind a place that the writer or their company is there."""
    tail = _WRITES_FROM.match(clean.text, end)
    return tail or (_KOREAN_SEAT.match(clean.text, end) if _KOREAN_COMPANY.search(before) else None)


def _headers(clean: Clean) -> Iterator[Range]:
    """The lines of a mail header: who wrote to whom, and when; the subject is read like any line."""
    block: list[tuple[re.Match[str], re.Match[str]]] = []
    for line in [*_LINE.finditer(clean.text), None]:
        header = _HEADER.fullmatch(line[0].strip()) if line else None
        if line and header:
            block.append((line, header))
            continue
        people = [line for line, header in block if _name_of(header) in _CORRESPONDENTS and _is_person(clean, header)]
        yield from (each.span() for each in people if not _orders(clean, *each.span()))
        if people and len(block) > 1:
            yield from (each.span() for each, header in block if _name_of(header) in _DATES)
        block = []


def _name_of(header: re.Match[str]) -> str:
    return header[1].replace(" ", "")


def _is_person(clean: Clean, header: re.Match[str]) -> bool:
    who = header[2].strip()
    return "@" in who or (
        bool(who) and not re.search(r"[0-9]", who) and match_time(who, 0, korean=clean.korean) is None
    )


def _signature(clean: Clean, quotes: tuple[Quote, ...]) -> Iterator[Range]:
    """What stands behind the last "Best regards," of the writer's own text: name, title, company, address."""
    stop = min((quote.start for quote in quotes), default=len(clean.text))
    own = clean.text[:stop].rstrip()
    lines = list(_LINE.finditer(own))
    signs = [index for index, line in enumerate(lines) if index and _SIGN_OFF.fullmatch(line[0].strip())]
    if signs:
        for place, line in enumerate(lines[signs[-1] + 1 :]):
            if place >= _MOST_SIGNATURE_LINES or not _signs(clean, line.start(), line.end(), first=place == 0):
                break
            yield line.span()
    if signed := _SIGNED.search(own):
        start, end = signed.span("name")
        if start and _CAPITALISED.fullmatch(clean.cased, start, end) and not _orders(clean, start, end):
            yield start, end
    for found in _SIGNED_KOREAN.finditer(own):
        if not _orders(clean, *found.span()):
            yield found.span()


def _signs(clean: Clean, start: int, end: int, *, first: bool) -> bool:
    """Whether a line behind the sign-off is of a signature."""
    if _orders(clean, start, end) and not any(
        found.start() <= start and found.end() >= end
        for pattern in (*_ADDRESSES, *_PLAIN)
        for found in pattern.finditer(clean.cased)
    ):
        return False
    words = re.findall(r"[A-Za-z][A-Za-z'.-]*", clean.cased[start:end])
    capital = all(word[:1].isupper() or word in ("of", "and", "the", "for", "at", "de", "von", "van") for word in words)
    return end - start <= 80 and (capital or (first and len(words) <= 2))


def _quotes(clean: Clean) -> Iterator[Quote]:
    """Lines behind ">", with the line that says who wrote them; all that follows "Original Message"."""
    start = body = end = -1
    for line in _LINE.finditer(clean.text):
        text = line[0].strip()
        head = _QUOTE_HEAD.fullmatch(text) is not None
        sent_on = head and text.startswith(("-", "begin"))
        if sent_on:
            yield Quote(line.start() if start < 0 else start, line.end(), len(clean.text))
            return
        if (head and _quoted_behind(clean.text, line.end())) or text.startswith(">"):
            start = line.start() if start < 0 else start
            body = (line.end() if head else line.start()) if body < 0 else body
            end = line.end()
        elif start >= 0:
            yield Quote(start, body, end)
            start = body = end = -1
    if start >= 0:
        yield Quote(start, body, end)


def _quoted_behind(text: str, at: int) -> bool:
    """Whether the next line that is not empty is a quoted one."""
    return text[at:].lstrip("\n ").startswith(">")


_RULES: tuple[Callable[[Clean], Iterator[Range]], ...] = (_plain, _contacts, _salutation, _names, _headers)
