# ruff: noqa: E501
"""Finds the words that relate items: joining, choosing, correcting, referring, and the labels of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp.lexicon import structure_words as words
from nlp.numbers import number_at
from nlp.patterns import Table, lazy
from nlp.tagged import Choose, Joiner, Role
from nlp.tagging.base import Clean, Piece, flat
from nlp.tagging.matchers.counted import countable

_KOREAN_COUNTS = {
    "한": Decimal(1),
    "하나": Decimal(1),
    "둘": Decimal(2),
    "셋": Decimal(3),
    "이틀": Decimal(2),
    "사흘": Decimal(3),
    "나흘": Decimal(4),
}
_JOINERS = Table((Joiner(kind), pattern) for kind, pattern in words.JOINERS)  # type: ignore[arg-type]
_ELSE, _ONLY_IF, _IF_FILLED = Joiner("else"), Joiner("only_if"), Joiner("if_filled")
_AND, _PREFER = Joiner("and"), Joiner("prefer")
_CHOICES = Table((kind, rf"(?:{pattern})(?:(?![a-z0-9])|(?<=[ ]))") for kind, pattern in words.CHOICES)
_ONE_LAST = lazy(r"(?<![a-z0-9])(?:one|1)$")
_ONLY_ONE_THING = lazy(
    r"(?:only|just) (?:one|1) (?!(?:of|option|plan|alternative|leg|night|day|please|pls|is|will|would|needs?|should|must"
    r"|can|may|has|gets?|fills?|clears?|wins?|to|and|not|at|for|the|i|we|it|in|from|either|or|but|thanks?)(?![a-z]))[a-z]"
)
_CORRECTION = lazy(rf"(?:{words.CORRECTIONS})")
_KOREAN_CORRECTION = lazy(words.KOREAN_CORRECTION)
_REFERENCES = Table(
    ((role, kind), pattern)
    for role, rows in ((Role.REFERENCE, words.REFERENCES), (Role.SCOPE, words.SCOPES))
    for kind, pattern in rows
)
_LABELS = Table(enumerate(words.LABELS))
_FIRST_LABELS, _NEXT_LABELS = lazy(words.LABELS[0]), lazy(words.LABELS[6])
_ALTERNATIVE = lazy(words.ALTERNATIVE_LABEL)
_CONDITION = rf"(?:(?:and|but|,) )*(?:only |just |strictly )?(?:if|when|once|provided(?: that)?|as long as|conditional on|contingent on|assuming)(?: and only if)?(?: (?:the|those|that|it|they|this|these|both|our|my|all of those|all|of|first|second|one|lot|leg|order|part|item|ones?|gpus?|nodes?|PRODUCT|also|actually|do|does|get|gets|being|is|are|then|did|i|we|bid|two|for|main|in|fact|clearing|filling))* {words.FILLED}(?![a-z])(?! (?:at least |up to )?(?:[0-9]|an? |the [a-z]*[0-9]))(?!{words.OF_THE_MARKET})(?:,? and only then)?(?:,? (?:then )?(?:also )?(?:add|include|take|throw in|i'?d also (?:like|want|take)|we'?d also (?:like|want|take)|i (?:also )?(?:want|need)|we (?:also )?(?:want|need)))?"
_LEADING_CONDITION = rf"(?:only |but only )?(?:if|when|once|as soon as|after|provided(?: that)?|assuming)(?: and only if)? (?:(?:i|we|you)(?: can| could| do| manage to)?(?: also)? (?=(?:get|land|win|secure|find|buy|obtain|have) (?:the |those )?(?:[0-9]+|an?|one|two|four|eight|sixteen) ?(?:x )?(?:nodes? of )?(?:PRODUCT))|(?:the |those |these |my |our )?(?=(?:[0-9]+|two|four|eight|sixteen) ?(?:x )?(?:PRODUCT) (?:all |do )?{words.FILLED}(?![a-z])))"
"""A condition that names its own item with a count: "if we get 16 A100s, also ...", "once the 16 A100s clear"."""
_ONLY_THEN = r"(?:and |but )?(?:only then|(?:if|once|when|provided|as soon as) (?:we|i|you)(?: do)? (?:get|land|win|secure|have|got) (?:those|these|that|them|it|this|the first(?: (?:lot|one|batch|order))?|all of (?:those|them))(?: (?:too|as well|filled|done))?|(?:contingent|conditional|dependent|conditioned) (?:up)?on (?:that|this|it|them|those|the (?:above|first)))(?: (?:do|would|will|can) (?:i|we)(?: also)? (?:want|need|take|buy|get))?(?![a-z])"
_KOREAN_CONDITION = r"(?:이게|이것이|이거|그게|그것이|위(?:의)? ?(?:건|주문|것)이?|앞(?:의)? ?(?:건|주문|것)이?|첫 ?번째(?:가|게)?|이 ?(?:건|주문)이?|전자가|(?:PRODUCT)(?:이|가|을|를)?)? ?(?:먼저 ?)?(?:체결|낙찰|성사|확보|충족|매수|매칭|사는|살|잡았|구했|따내|구하는|잡는|잡히는|잡힐|잡힌|잡히|구해지는|구해질|구해진|구해지|확정|얻을|얻는|얻)(?:이)?(?:되는|된|될|되었을|됐을|되어야|돼야|되면|하면|했을|면|으면|거든)?(?: ?(?:경우|때|조건)(?:에|하에)?)?(?:만|에만|에 한해(?:서)?|라야|으로)?(?:,? ?그 ?(?:때|경우)(?:에)?(?:만)?|,| 만)?(?! ?(?:됩니다|돼|되|됨|충분|좋|괜찮|바로 ?알|꼭 ?알|알려|연락|회신|통보|안내|말씀|문자|메일|전화))"
_BUT_ONLY_IF = rf"(?:(?:but|and|,) )?(?:only if|only when|only (?:together|along|in combination|combined) with|provided(?: that)?|(?:only )?on (?:the )?condition(?: that)?|conditional on|contingent on|as long as|if and only if|but only once|only once)(?: that)?(?: (?:we|i|you)(?: can| could|'ll| also| are able to| manage to)*)?(?: (?:the|our|my) (?:first|initial|earlier|other)(?= (?:[0-9]+|two|four|eight|sixteen) ?(?:x )?(?:(?:nodes?|racks?) of )?(?:PRODUCT)(?! {words.FILLED})))?(?= (?:(?:get|land|win|secure|buy|pick up|find|have|sell|selling|buying|getting|landing|securing|winning|also) )*(?:[0-9]|a |an |one|two|three|four|five|six|eight|ten|twelve|sixteen|(?:the|those|these|my|our) (?:[0-9]|PRODUCT|two |four |eight |sixteen )|PRODUCT))"
_WITHOUT = r"(?:no|not|never|nothing of|don'?t (?:want|need|take|buy|give me)(?: (?:the|any|those))?|i don'?t want(?: the| any)?) (?:the )?(?P<then>PRODUCT) (?:at all )?(?:without|unless (?:we|i) (?:also )?get|unless) (?:also )?(?:the |getting the |any )?(?P<first>PRODUCT)(?: too| as well| fill)?"
_NO_BEFORE = lazy(r"(?:^|[.,;:!?\n] ?)(?:no|not|never) ")
_WITHOUT_ITEM = r"without (?:also )?(?:getting )?(?:the )?(?=[0-9]|a |one |two |four |eight |sixteen |PRODUCT)"
_ONCE_DONE = lazy(
    r"(?<=게 )(?:되면|된다면|되는 ?경우(?:에)?|되었을 ?때|됐을 ?때),? ?그 ?(?:때|경우)(?:에)?(?:만|에만|에 한해(?:서)?)?|(?<=게)되면,? ?그 ?때(?:에)?만?"
)
"""Behind 사게, 구하게: what follows is wanted only then."""
_THEN_KOREAN = lazy(r"그 ?(?:때|경우)(?:에)?(?:만|에 한해(?:서)?)?")
_DEAL_DONE = lazy(r"(?:사|구하|잡으|얻으|구매하|매수하|확보하|구입하|따내|받으|팔|매도하|판매하|넘기)면,? ?$")
_PREFERS = lazy(
    r"(?:되도록(?:이면)?|가능하면|가급적(?:이면)?|이왕이면|기왕이면|웬만하면|될 수 있으면|가능하다면)(?=[^.!?\n]{1,60}?(?:안 ?되면|안 ?될 ?경우|아니면|없으면|어려우면|힘들면|불가(?:능)?하면))"
)
_IF = lazy(r"면|경우|때|조건|만|라야|한해")
_THEN_ONLY = lazy(_ONLY_THEN)
_FAILED_ITEM = lazy(words.FAILED_ITEM)
_FAILED_ITEM_LEAD = lazy(rf"(?<![a-z]){words.FAILED_ITEM_LEAD}")
_POINTS_BACK = lazy(r"이게|이것|이거|그게|그것|위|앞|첫|이 ?[건주]|전자")
_IS_SUBJECT = lazy(r"[가-힣a-z0-9](?:이|가|을|를) ?(?:먼저 ?|모두 ?|다 ?|전부 ?)?$")
_OF_THE_ORDER = lazy(
    r"(?:장|대|개|노드|서버|랙|건|것|거|게|걸|쪽|분|물량|주문|수량|매수|매입|구매|구입|입찰|매도|판매|매각|거래|품목|요청|발주|전자|메인|둘|셋|넷|모두|전부|다|전체|전량|하나|안|순위|번째|밤|날|요일|체결|확보|낙찰|예약|용|gpu|[a-z]*[0-9]+[a-z]*)$"
)
"""Nouns of an order's parts: what else a condition is said of (계약이 체결된 경우) is the writer's own."""
_WITH = r"with (?=(?:an additional |another )?(?:[0-9]+|one|two|four|eight|ten|twelve|sixteen) ?(?:x )?(?:PRODUCT))"

_OF_ITEMS = (
    ("named", _CONDITION),
    ("only_if", _LEADING_CONDITION),
    ("only_if", _BUT_ONLY_IF),
    ("behind_no", _WITHOUT_ITEM),
    ("and", _WITH),
)
"""Words that join the item behind them, or the one they name."""


def relation_at(clean: Clean, at: int) -> Piece | None:
    """A joining word, a choice, a condition between items, or a correction."""
    text = clean.text
    best: Piece | None = None

    def offer(match: re.Match[str] | None, role: Role, value: object) -> None:
        nonlocal best
        if match and match.end() > at and (best is None or match.end() > best.end):
            best = Piece(at, match.end(), role, value)

    for joiner, match in _JOINERS.at(text, at):
        offer(match, Role.JOINER, joiner)
    for kind, match in _CHOICES.at(text, at):
        if (value := _choice(kind, match)) and not (kind == "one" and _counts_one(clean, match)):
            offer(match, Role.CHOICE, value)
    if text.startswith(("no", "don", "i d", "never"), at) and (
        without := clean.lexis.with_gpus(_WITHOUT).match(text, at)
    ):
        then, first = (clean.lexis.gpu_names[flat(without[group])] for group in ("then", "first"))
        offer(without, Role.JOINER, Joiner("without", first + then))
    for kind, match in clean.lexis.tabled(_OF_ITEMS).at(text, at):
        if kind == "named":
            offer(match, Role.JOINER, Joiner("if_filled", _named(clean, match[0])))
        elif kind != "behind_no" or _NO_BEFORE.search(text, 0, at):
            offer(match, Role.JOINER, _AND if kind == "and" else _ONLY_IF)
    if (failed := _FAILED_ITEM.match(text, at)) and _led_by_if(text, at):
        offer(failed, Role.JOINER, _ELSE)
    offer(_THEN_ONLY.match(text, at), Role.JOINER, _IF_FILLED)
    for match, joiner in _korean_conditions(clean, at) if clean.korean else ():
        offer(match, Role.JOINER, joiner)
    offer(prefers_at(clean, at), Role.JOINER, _PREFER)
    offer(_CORRECTION.match(text, at), Role.CORRECTION, None)
    if clean.korean:
        offer(_KOREAN_CORRECTION.match(text, at), Role.CORRECTION, None)
    return best


def _korean_conditions(clean: Clean, at: int) -> Iterator[tuple[re.Match[str], Joiner]]:
    """그때만 behind a deal, H100이 체결되면: what the words behind or before them hang on."""
    text = clean.text
    if once := _ONCE_DONE.match(text, at) or _only_then(text, at):
        yield once, Joiner("if_filled", (), True)
    condition = clean.lexis.with_gpus(_KOREAN_CONDITION).match(text, at)
    if condition and _IF.search(condition[0]):
        named = _named(clean, condition[0])
        subject = _IS_SUBJECT.search(text[:at]) if not named and not _POINTS_BACK.match(condition[0]) else None
        if subject is None or _OF_THE_ORDER.search(text, 0, subject.start() + 1):
            yield condition, Joiner("if_filled", named, subject is not None)


def _only_then(text: str, at: int) -> re.Match[str] | None:
    """The 그때만 behind 사면, 구하면, 팔면."""
    return _THEN_KOREAN.match(text, at) if _DEAL_DONE.search(text, max(0, at - 9), at) else None


def prefers_at(clean: Clean, at: int) -> re.Match[str] | None:
    """가능하면 B300, 안 되면 B200: with a fallback in its sentence a soft wish names the first choice."""
    return _PREFERS.match(clean.text, at) if clean.korean else None


def _counts_one(clean: Clean, choice: re.Match[str]) -> bool:
    """Whether the "1" of "i want 1 RTX PRO 6000" counts what stands behind it, or the "one" of "only one queue"."""
    if _ONLY_ONE_THING.match(clean.text, choice.start()):
        return True
    one = _ONE_LAST.search(clean.text, choice.start(), choice.end())
    number = number_at(clean.text, one.start()) if one else None
    return number is not None and number.end == choice.end() and countable(clean, number)


def _led_by_if(text: str, at: int) -> bool:
    """Whether "if the 32 H100s ..." or "should the ..." opens the sentence that goes on here."""
    begun = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "; "))
    return _FAILED_ITEM_LEAD.search(text, max(begun, 0), at) is not None


def _named(clean: Clean, words: str) -> tuple[str, ...]:
    """The products a condition speaks of."""
    return tuple(name for found in clean.lexis.gpus.findall(words) for name in clean.lexis.gpu_names[flat(found)])


def _choice(kind: str, match: re.Match[str]) -> Choose | None:
    if kind in ("one", "korean_one"):
        return Choose(1, 1)
    if kind == "all":
        return Choose(0, None)
    if kind == "not_all":
        return Choose(1, 1)
    if kind == "at_least_one":
        return Choose(1, None)
    number = number_at(match["n"], 0)
    count = int(number.value if number else _KOREAN_COUNTS.get(match["n"], Decimal(0)))
    if not 1 <= count <= 20:
        return None
    if kind == "korean":
        if match["b"] in ("최소", "적어도") or (match["e"] or "").strip() == "이상":
            kind = "at_least"
        elif match["b"] == "최대" or (match["e"] or "").strip() in ("이하", "까지"):
            kind = "up_to"
    if kind == "range":
        most = number_at(match["most"], 0)
        return Choose(count, int(most.value)) if most and most.value >= count else None
    return {"at_least": Choose(count, None), "up_to": Choose(1, count)}.get(kind, Choose(count, count))


def reference_at(clean: Clean, at: int) -> Piece | None:
    """ "the same night", "both", "respectively"."""
    found = _REFERENCES.longest(clean.text, at)
    if found is None:
        return None
    (role, kind), match = found
    return Piece(at, match.end(), role, kind)


def label_at(clean: Clean, at: int) -> Piece | None:
    """A list marker or an item's name; bullets and letters only at the start of a line or after a separator."""
    for index, match in _LABELS.at(clean.text, at):
        before = clean.text[:at].rstrip(" ")
        if (
            index in (2, 3)
            and before
            and before[-1] not in "\n,;:.—-(["
            and not re.search(r"(?:or|and|아니면) *$", before)
            and not (match[0].strip().endswith(")") and _FIRST_NUMBER.search(before))
        ):
            continue
        if index in (2, 3) and (digit := re.search(r"[2-9]", match[0])):
            earlier = rf"(?<![0-9]){int(digit[0]) - 1}\s?[).:-]"
            if not re.search(earlier, clean.text[:at]):
                continue
        if index in (2, 3) and (letter := _KOREAN_LETTER.search(match[0])) and not _in_order(letter[0], before):
            continue
        if index == 4 and before and before[-1] not in "\n:":
            continue
        if index == 0 and _FIRST_LABEL.match(match[0]) and not _later_label(clean.text[match.end() :]):
            continue  # a first choice alone is a soft wish
        if (
            index in (0, 6)
            and (later := _LATER_LABEL.search(match[0]))
            and not _earlier_label(clean.text[:at], later[0])
        ):
            return Piece(at, match.end(), Role.JOINER, _ELSE)  # "plan b: ..." behind an unnamed first plan
        alternative = index in (0, 6) and _ALTERNATIVE.match(match[0]) is not None
        return Piece(at, match.end(), Role.LABEL, "alternative" if alternative else "part")
    return None


_FIRST_NUMBER = lazy(r"(?:^|[\n:.,] ?)[1a] ?\)")
"""A list whose markers stand in one line: 1) ... 2) ..., a) ... b) ..."""
_KOREAN_LETTER = lazy(r"하나|둘|셋|넷|[가나다라마ㄱ-ㅁ]")
_LETTERS_BEFORE = {
    "나": "가",
    "다": "나",
    "라": "다",
    "마": "라",
    "ㄴ": "ㄱ",
    "ㄷ": "ㄴ",
    "ㄹ": "ㄷ",
    "둘": "하나",
    "셋": "둘",
    "넷": "셋",
}


def _in_order(letter: str, before: str) -> bool:
    """Whether 가, 나, ... begins a line, behind the line of the letter before it."""
    if before and before[-1] not in "\n:([":
        return False
    earlier = _LETTERS_BEFORE.get(letter)
    return earlier is None or re.search(rf"(?:^|[\n:(\[]) *{earlier} ?[).:]", before) is not None


_FIRST_LABEL = lazy(r"(?:my |our |the )?(?:first|1st|top)[ -]")
_LATER_LABEL = lazy(r"(?<![a-z])[b-h](?![a-z])|[2-9]|two|three|four|second|third|fourth|next|last|두|세|나|다|라")
_EARLIER = {
    "b": "a",
    "two": "one",
    "three": "two",
    "four": "three",
    "second": "first|1st|top",
    "third": "second|2nd|next",
    "fourth": "third|3rd|next",
    "next": "",
    "last": "",
    "두": "첫",
    "세": "두",
    "나": "가",
    "다": "나",
    "라": "다",
}
"""What the label before one is called; "" where any label will do."""


def _earlier_label(before: str, name: str) -> bool:
    """Whether the label before this one stands in the text."""
    earlier = _EARLIER.get(name)
    if earlier is None:
        earlier = {"2": "1|first|top", "3": "2|second"}.get(name) or (
            str(int(name) - 1) if name.isdigit() else chr(ord(name) - 1)
        )
    labels = (found[0] for pattern in (_FIRST_LABELS, _NEXT_LABELS) for found in pattern.finditer(before))
    return any(re.search(earlier, label) for label in labels)


def _later_label(behind: str) -> bool:
    """Whether a second choice is named further on."""
    return any(_LATER_LABEL.search(found[0]) for found in _FIRST_LABELS.finditer(behind))
