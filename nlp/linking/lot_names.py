# ruff: noqa: E501
"""Lots told by their places: "the first is 8 H100s ..., the second ...", "the former at $3", "either (a) or (b)".

Where a request counts its lots, an ordinal is said as a list marker; where it speaks of a lot again, as the name of the
lot's product. An ordinal of lots is never left to be read as a day of the month: one that no name can stand for is said
so that it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.lexicon import lot_names as words
from nlp.patterns import lazy
from nlp.plain import Edit, Plain, edited
from nlp.tagging.base import Lexis, flat

_ORDINAL = "|".join(sorted(words.ORDINALS, key=len, reverse=True))
_NOUN = rf"(?P<part>{words.PART_NOUNS})|(?P<choice>{words.CHOICE_NOUNS})"
_OPENS = r"(?:^|(?<=[.;:!?\n—]) ?|(?<=, )|(?<=and )|(?<=or )|(?<= - )|(?<=while )|(?<=then ))"
_LABEL = lazy(
    rf"{_OPENS}(?:(?:the|my|our|your) )?"
    rf"(?:(?P<ordinal>{_ORDINAL})(?: (?:{_NOUN}))?(?: of (?:(?:the|these|those) (?:two|three|four)|these|those|them))?|(?:(?P<noun>{words.PART_NOUNS}|{words.CHOICE_NOUNS}|number|no\.?)"
    rf" ?(?:number |no\.? ?|# ?)?(?P<count>one|two|three|four|five|[1-5]|[a-e])(?![a-z0-9]))|(?P<bare>one|two|three|four)(?= ?:))"
    rf"(?:(?P<sells>{words.SELLS})|(?P<buys>{words.BUYS})|{words.BEING}| ?(?:,|:|—|=|\)| -(?= )))?"
    rf"(?=[ \n]+{words.COUNTED})"
)
_COUNTED_LOT = lazy(rf"[ \n]+{words.COUNTED}")
_MARKER = lazy(words.MARKERS)
_LEANING_BEFORE = lazy(rf"(?<![a-z]){words.LEANING_BEFORE}")
_CHOICE = lazy(words.CHOICE_NOUNS)
_AGAIN = lazy(
    rf"(?<![a-z0-9])(?:the |my |our )?(?P<ordinal>{_ORDINAL})(?: (?P<noun>{words.PART_NOUNS}|{words.CHOICE_NOUNS}))?"
    rf"(?: of (?:these|those|them|the two))?(?![a-z0-9])(?!{words.OF_DATES})"
)
_TOLD_OF = lazy(words.TOLD_OF)
_TIME_BEFORE = lazy(rf"(?:^|(?<![a-z])){words.TIME_BEFORE}")
_CLAUSE = lazy(r"(?:^|[.,;:!?(\n—]|(?:^|[ .,;])(?:and|but|with|while|of|that|though)) ?$")
_PRICED = lazy(
    r"(?:[0-9](?: ?(?:/|per|an?|each|usd|dollars|bucks|cents|gpu|card|hour|hr|h|-|total|in|all|max|tops|at|most))*"
    r"|(?:limit|cap|ceiling|budget|price|maximum|max|floor|minimum))(?: (?:price|is|of))? (?:for|on|of) (?:the )?$"
)
_SPLIT = lazy(r"(?P<n>[0-9]{1,5}) (?:x )?each of (?P<a>[a-z][a-z0-9]*) and (?P<b>[a-z][a-z0-9]*)")
_REF = r"(?:(?:options?|lots?|legs?|items?|parts?|plans?|numbers?) )?(?:\((?:[a-e1-5]|i{1,3}|iv)\)|(?<=option )[a-e1-5]|(?<=plan )[a-e1-5]|(?<=lot )[a-e1-5]|[a-e1-5](?=[ ,./;]|$))"
_OF_LABELS = lazy(
    r"(?:^|(?<=[.;:!?\n—,]) ?)(?:and |but |so )?(?:(?:we|i)(?:'d|'ll| will| would| only| just)* (?:want|need|take|like|be happy with) |please |fill |book |give (?:us|me) |get (?:us|me) )?"
    rf"(?P<lead>both |either |one of |only one of |just one of |any of |any one of |whichever of |choose |pick )?(?P<one>{_REF}),? ?(?P<joined>or|and|/) ?(?P<other>{_REF})"
    r"(?: (?:will do|would do|is fine|is ok(?:ay)?|works|is enough|suffices|(?:are |is )?(?:needed|required|wanted)|please|but not both|not both|together))*(?= ?(?:[.;,!\n]|$))"
)


_REFS = (
    r"(?P<refs>[a-e1-5](?:(?:, (?:and |or )?| ?& ?| and | or | ?/ ?)"
    rf"(?:(?:the )?(?:{words.PART_NOUNS}|{words.CHOICE_NOUNS}) )?[a-e1-5](?![a-z0-9]))+)(?![a-z0-9])"
)
_LABELS_TOLD = lazy(
    r"(?:^|(?<=[.;:!?\n—,] ))(?:please |kindly )*(?:(?:treat|consider|regard|view|take|handle|see|fill|book|award|choose|pick) )?"
    rf"(?:(?P<some>only one of|just one of|one of|either|either of) |(?P<need>(?:we|i)(?:'d| would)? (?:need|want|require)(?: both)?) )?(?:the )?(?:{words.PART_NOUNS}|{words.CHOICE_NOUNS}) {_REFS}"
    rf"(?:(?P<one>{words.ALTERNATIVES})|(?P<both>{words.TOGETHER})|(?P<only>{words.AWARDED})?)(?= ?(?:[.;,!:\n]|$))"
)
_LABELLED = lazy(
    rf"(?:(?:{words.PART_NOUNS}|{words.CHOICE_NOUNS}|(?<=\()|(?<=\n)|^) ?|(?<= )(?=[a-e1-5]\)))([a-e1-5]) ?[).:]"
)
"""What is said of lots by their labels, before or behind them: "treat lines 1 and 2 as alternatives"."""
_NOT_WITHOUT = r"(?<![a-z])no (?P<then>PRODUCT) without the (?P<first>PRODUCT)(?= ?(?:[.,;:!)\n]|$))"
_AT_LEAST = lazy(
    r"(?:at least|at the least|a minimum of|minimum|no fewer than|no less than) (?P<count>two|three|four|[2-4])"
    r" of (?P<them>them|these|those)(?![a-z])"
)


@dataclass(frozen=True)
class _Lot:
    start: int
    name: str


def with_lot_names(plain: Plain, lexis: Lexis) -> Plain:
    """The text with its lots called by markers and names. `text` is lower case English."""
    plain = edited(plain, list(_told_of_labels(plain)))
    plain = _labelled(plain, lexis)
    plain = _joined(plain)
    plain = _some_of_lots(plain, lexis)
    return _told_again(plain, lexis)


def tied_to_last(plain: Plain, lexis: Lexis) -> Plain:
    """ "No B without the A" right behind A and B, said as "the B only if the A fill": the two belong together where they
    stand, also inside a choice."""
    edits = []
    for each in lexis.with_gpus(_NOT_WITHOUT).finditer(plain.text):
        before = [flat(lot.name) for lot in _lots(plain, lexis, each.start())]
        kinds = [lexis.gpu_names[name] for name in before]
        first, then = (lexis.gpu_names[flat(each[name])] for name in ("first", "then"))
        if first in kinds and then in kinds and kinds.index(first) < kinds.index(then):
            edits.append(Edit(each.start(), each.start("then"), "the "))
            edits.append(Edit(each.end("then"), each.start("first"), " only if the "))
            edits.append(Edit(each.end("first") - 1, each.end("first"), f"{each['first'][-1]} fill"))
    return edited(plain, edits) if edits else plain


def _labelled(plain: Plain, lexis: Lexis) -> Plain:
    """Ordinals that count off at least two lots, said as list markers."""
    found = [each for each in _LABEL.finditer(plain.text) if _begins_lot(plain, each, lexis)]
    run: list[re.Match[str]] = []
    for each in found:
        if _place(each) == len(run) + 1:
            run.append(each)
    if len(run) < 2 or all(_is_marker(each) for each in run):
        return plain
    chosen = any(each["choice"] or _CHOICE.fullmatch(each["noun"] or "") for each in run)
    noun = "choice" if chosen else "item"
    sides = {"sells": " sell", "buys": " buy"}
    edits = [
        Edit(
            each.start() + (each[0][:1] in " \n"), each.end(),
            f"{noun} {number}:" + next((said for side, said in sides.items() if each[side]), ""),
        )
        for number, each in enumerate(run, start=1)
    ]  # fmt: skip
    return edited(plain, edits)


def _begins_lot(plain: Plain, label: re.Match[str], lexis: Lexis) -> bool:
    """Whether a count and a product stand right behind."""
    if not label[0].strip():
        return False
    counted = _COUNTED_LOT.match(plain.text, label.end())
    until = min(label.end() + 60, len(plain.text))
    return counted is not None and lexis.gpus.search(plain.text, counted.end() - 1, until) is not None


def _place(label: re.Match[str]) -> int:
    if ordinal := label["ordinal"]:
        return words.ORDINALS[ordinal]
    return words.COUNTS[label["count"] or label["bare"]]


def _is_marker(label: re.Match[str]) -> bool:
    """Whether the list rules know it as it is: "Option A:", "Item 1:"."""
    known = _MARKER.fullmatch(label["noun"] or "") is not None
    return label["ordinal"] is None and label["bare"] is None and known and label[0].endswith(":")


def _joined(plain: Plain) -> Plain:
    """ "Either (a) or (b)", "both (1) and (2) are needed" behind the list: said of all of it."""
    edits = []
    for match in _OF_LABELS.finditer(plain.text):
        one, other = (re.sub(r"[^a-z0-9]", "", match[name].rsplit(" ", 1)[-1]) for name in ("one", "other"))
        labels = [rf"(?:^|[\s(])\(?{name}[).:]" for name in (one, other)]
        third = chr(ord(other[-1]) + 1)
        if one == other or not all(re.search(label, plain.text[: match.start()]) for label in labels):
            continue
        if re.search(rf"(?:^|[\s(])\(?{third}[).:]", plain.text[: match.start()]):
            continue
        together = match["joined"] == "and" and match["lead"] in (None, "both ")
        said = "both or neither" if together else "only one of them"
        space = match[0][:1] == " "
        edits.append(Edit(match.start() + space, match.end(), said))
    return edited(plain, edits) if edits else plain


def _told_of_labels(plain: Plain) -> Iterator[Edit]:
    """ "Treat lines 1 and 2 as alternatives", "parts A and B must both be awarded": said of the whole list."""
    for match in _LABELS_TOLD.finditer(plain.text):
        told = re.findall(r"(?<![a-z0-9])[a-e1-5](?![a-z0-9])", match["refs"])
        labelled = [each[1] for each in _LABELLED.finditer(plain.text)]
        if not any(match[each] for each in ("some", "one", "both", "need")) or sorted(told) != sorted(set(labelled)):
            continue
        yield Edit(
            match.start(), match.end(), "only one of them" if match["some"] or match["one"] else "both or neither"
        )


def _some_of_lots(plain: Plain, lexis: Lexis) -> Plain:
    """ "At least two of them" behind three lots counts lots, not the GPUs of the last."""
    edits = [
        Edit(each.start("them"), each.end("them"), "the list")
        for each in _AT_LEAST.finditer(plain.text)
        if words.COUNTS[each["count"]] < len(_lots(plain, lexis, each.start()))
    ]
    return edited(plain, edits) if edits else plain


def _told_again(plain: Plain, lexis: Lexis) -> Plain:
    """Ordinals that speak of lots said before, as the names of their products."""
    again = [each for each in _AGAIN.finditer(plain.text) if _speaks_of_lot(plain.text, each)]
    again = [each for each in again if len(_lots(plain, lexis, each.start())) > 1]
    if not again:
        return plain
    starts = {each.start() for each in again}
    every = _AGAIN.finditer(plain.text)
    again = [each for each in every if each.start() in starts or _beside(plain.text, each, again)]
    edits: list[Edit] = []
    for each in again:
        lots = _lots(plain, lexis, again[0].start())
        if _PRICED.search(plain.text, 0, each.start()):
            continue  # the price says itself which lot it is of
        place = words.ORDINALS[each["ordinal"]]
        names = [lot.name for lot in lots]
        kinds = {lexis.gpu_names[flat(name)] for name in names}
        told = {words.ORDINALS[other["ordinal"]] for other in again}
        pair = len(lots) == 2 or len(told) == len(lots)  # of three lots, two alone may be told by other places
        if len(kinds) == len(lots) and pair and place <= len(lots):
            edits.append(Edit(each.start(), each.end(), f"the {names[place - 1 if place > 0 else -1]}"))
        elif not _at_price(plain.text, each.end()):
            edits.append(Edit(each.start(), each.end(), words.UNNAMED))
    edits += _split(plain, again[0].start(), lexis)
    return edited(plain, edits) if edits else plain


def _at_price(text: str, at: int) -> bool:
    return (
        re.match(
            r"(?: (?:is|being))?(?:,| at| for|:| max| up to)? ?(?:most |up to |max |usd )?\$?[0-9]", text[at : at + 30]
        )
        is not None
    )


def _speaks_of_lot(text: str, ordinal: re.Match[str]) -> bool:
    """Whether an ordinal is one of lots, not of days: it opens a clause that says something, or ends a price."""
    if _CHOICE.fullmatch(ordinal["noun"] or ""):
        return False
    if ordinal["ordinal"] in ("former", "latter"):
        return True
    before = text[: ordinal.start()]
    if not ordinal[0].startswith(("the ", "my ", "our ")):
        return _CLAUSE.search(before) is not None and _at_price(text, ordinal.end())
    if _PRICED.search(before):
        return True
    if not _TOLD_OF.match(text, ordinal.end()):
        return False
    return _CLAUSE.search(before) is not None or not _TIME_BEFORE.search(before)


def _beside(text: str, ordinal: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    """Whether an ordinal that could be a day stands beside one of lots: "the second depends on the first"."""
    if not ordinal[0].startswith("the ") or ordinal.start() < others[0].start():
        return False
    before = text[: ordinal.start()]
    return _LEANING_BEFORE.search(before) is not None or not _TIME_BEFORE.search(before)


def _lots(plain: Plain, lexis: Lexis, until: int) -> list[_Lot]:
    return [_Lot(each.start(), each[0]) for each in lexis.gpus.finditer(plain.text, 0, until)]


def _split(plain: Plain, until: int, lexis: Lexis) -> Sequence[Edit]:
    """ "8 each of H100 and A100" as two lots that can be spoken of."""
    found = [
        each
        for each in _SPLIT.finditer(plain.text, 0, until)
        if all(lexis.gpus.fullmatch(each[name]) for name in ("a", "b"))
    ]
    return [
        edit
        for each in found
        for edit in (
            Edit(each.end("n"), each.start("a"), " "),
            Edit(each.end("a"), each.start("b"), f" and {each['n']} "),
        )
    ]
