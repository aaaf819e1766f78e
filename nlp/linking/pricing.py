"""Where prices go: on their own item, on every item, or as a budget on the smallest node that covers what was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from auction_client.model.readback import Language
from nlp.linking.ellipsis import field_of
from nlp.linking.lots import Doubt, LotValues, Note, Setting
from nlp.linking.segments import is_main_count
from nlp.messages import say
from nlp.resolve.money import Amount, in_band, resolve_price, resolve_token_price
from nlp.structure import GroupNode, LinkedNode, LotNode, StructureNode
from nlp.tagged import Price, Role, Span

_CAPS = re.compile(
    r"(?<![a-z])(?:max(?:imum)?|cap(?:ped)?|ceiling|(?:no|not|never) (?:more|higher|over|above)|at (?:the )?most|up to|"
    r"(?<!not )(?<!no )(?<!never )(?:under|below)|not? (?:to )?exceed(?:ing)?)(?![a-z])"
    r"|(?:이하|미만)(?!(?:으로|로|론)?(?:는|은)? ?(?:절대(?:로)? )?(?:안|못|곤란|불가))|최대|상한|넘지|초과하지"
)
"""Words that cap a price, which a seller has no reason to."""
_FLOORS = re.compile(r"(?:not|n't|never|nothing|no)(?: [a-z]+){0,4} (?:below|under|less than|lower than)(?![a-z])")
"""Words that put a floor under a price: "won't let them go below"."""
_OF_ALL = re.compile(r"(?<![a-z])(?:both|each|all|every|either)(?![a-z])|모두|전부|둘 다|각각|각")
"""Words that say a price of every item, also of those that have a total."""
_SUMS_UP = re.compile(
    r"(?<![a-z])(?:combined|together|for both|both together)(?![a-z])|합계|합산|합쳐|합해|도합|통틀어"
)
"""Words of a total that is of several items."""
_FOR_BOTH = re.compile(r"(?<!total )(?<!budget )for (?:both|all (?:two|three))(?: of them)?$")
"""Words that say what a price is of, and not that it is a sum."""
Path = tuple[int, ...]


@dataclass
class Prices:
    """Budgets of groups by their path, spans of each, and doubts that belong to no single lot."""

    budgets: dict[Path, Decimal] = field(default_factory=dict)
    budget_spans: dict[Path, Span] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True)
class _Said:
    span: Span
    price: Price
    homes: tuple[LotValues, ...]
    path: Path
    shared: bool


def _against_its_side(said: _Said) -> bool:
    """A sale that is capped, or a purchase with a floor."""
    sides = {lot.leaf.side for lot in said.homes}
    words = said.span.text.lower()
    capped = said.price.bound != "least" and _CAPS.search(words) is not None and _FLOORS.search(words) is None
    return (sides == {"sell"} and capped) or (sides == {"buy"} and said.price.bound == "least")


def place_prices(root: StructureNode, lots: list[LotValues], setting: Setting, scopes: tuple[Span, ...]) -> Prices:
    """Writes limits and budgets into `lots` and gives the budgets of groups; `scopes` are words such as "both at"."""
    prices = Prices()
    said = _said(root, lots)
    amounts = [(each, _amount(each, root, setting)) for each in said]
    for each, amount in amounts:
        if amount.ask:
            _ask(each, amount.ask, setting.language)
        elif _against_its_side(each):
            prices.doubts.append(Doubt("contradiction", each.span))
        elif amount.kind == "limit":
            _set_limit(each, amount, lots, prices)
        else:
            _set_budget(_of_its_list(each, root, lots), amount, prices)
    _spread(amounts, lots, prices, scopes)
    return prices


def _said(root: StructureNode, lots: list[LotValues]) -> list[_Said]:
    found: dict[int, _Said] = {}
    for lot in lots:
        for span in lot.leaf.said(Role.PRICE):
            if isinstance(span.value, Price):
                homes = tuple(each for each in lots if span in each.leaf.own)
                found[span.id] = _Said(span, span.value, homes, _common([each.leaf.path for each in homes]), False)

    def visit(node: StructureNode, path: Path) -> None:
        if isinstance(node, LotNode):
            return
        for lot in lots:
            for span in lot.leaf.shared:
                if span.id in node.spans and isinstance(span.value, Price) and span.id not in found:
                    homes = tuple(each for each in lots if each.leaf.path[: len(path)] == path)
                    found[span.id] = _Said(span, span.value, homes, path, True)
        for index, part in enumerate(node.parts):
            visit(part, (*path, index))

    visit(root, ())
    return [found[identifier] for identifier in sorted(found)]


def _common(paths: list[Path]) -> Path:
    shortest = min(paths, key=len)
    for length in range(len(shortest), -1, -1):
        if all(path[:length] == shortest[:length] for path in paths):
            return shortest[:length]
    return ()


def _amount(said: _Said, root: StructureNode, setting: Setting) -> Amount:
    first = said.homes[0]
    if first.named.kind == "token":
        return resolve_token_price(said.price)
    if said.price.unit == "day_total":
        days = all(lot.reading.windows and _within_a_day(lot) for lot in said.homes)
        if not days:
            return Amount(ask="ambiguous_price_unit")
        said = replace(said, price=replace(said.price, unit="window"))
    hours, catalogue = _hours(root, (), said), setting.catalogue
    known = catalogue.gpu_by_name
    if said.price.unit == "total" and _FOR_BOTH.search(said.span.text.lower()) and _by_the_hour(said, hours, setting):
        said = replace(said, price=replace(said.price, unit=None))
    gpus = [first.gpu] if first.gpu else [known[name] for name in first.named.candidates if name in known]
    amounts = {resolve_price(said.price, gpu, catalogue.reference_price(gpu.gpu), hours) for gpu in gpus}
    if len(amounts) == 1:
        return amounts.pop()
    # without a product, or where its candidates disagree, only a unit that is said decides
    return resolve_price(said.price, None, None, hours)


def _by_the_hour(said: _Said, hours: Decimal | None, setting: Setting) -> bool:
    """ "4.35 for both": an amount that is a price per GPU-hour and far too little for a total."""
    gpu = said.homes[0].gpu
    reference = setting.catalogue.reference_price(gpu.gpu) if gpu else None
    if reference is None or not hours:
        return False
    return in_band(said.price.amount, reference) and not in_band(said.price.amount / hours, reference)


def _within_a_day(lot: LotValues) -> bool:
    """Whether each of its windows is of one day, so that a day's total is that window's."""
    return all(window.end - window.start <= timedelta(days=1, hours=1) for window in lot.reading.windows)


def _hours(node: StructureNode, path: Path, said: _Said) -> Decimal | None:
    """GPU-hours of what a total would cover: the sum over all-of, the first of alternatives."""
    if isinstance(node, LotNode):
        lot = next((each for each in said.homes if each.leaf.path == path), None)
        return lot.gpu_hours() if lot else None
    found = [hours for index, part in enumerate(node.parts) if (hours := _hours(part, (*path, index), said))]
    if not found:
        return None
    if isinstance(node, LinkedNode) or node.at_least == len(node.items):
        return sum(found, Decimal(0))
    return found[0]


def _ask(said: _Said, code: str, language: Language) -> None:
    first = said.homes[0]
    if code == "ambiguous_price_unit" and first.named.kind == "gpu" and not (first.gpu or first.named.candidates):
        return  # the product, which is asked for, decides
    choices: tuple[tuple[str, str, object], ...] = ()
    if (
        code == "ambiguous_price_unit"
        and said.price.unit is None
        and first.count.quantity is None
        and not first.count.gpu_hours
    ):
        return  # without a count, which is asked for, nothing decides between a limit and a total
    if code == "ambiguous_price_unit":
        amount = format(said.price.amount, "f")
        choices = (
            (say("per_gpu_hour", language, amount), "limit", amount),
            (say("in_total", language, amount), "budget", amount),
        )
    said.homes[0].doubts.append(Doubt(code, said.span, "", (), choices))


def _set_limit(said: _Said, amount: Amount, lots: list[LotValues], prices: Prices) -> None:
    own = {id(lot) for lot in lots for span in lot.leaf.said(Role.PRICE) if isinstance(span.value, Price)}
    for lot in said.homes:
        if said.shared and id(lot) in own and lot.limit is not None:
            continue
        if lot.limit is not None and lot.limit != amount.value:
            prices.doubts.append(Doubt("contradiction", said.span))
        lot.limit = amount.value
        if amount.assumption:
            lot.notes.append(Note(amount.assumption, said.span))


def _of_its_list(said: _Said, root: StructureNode, lots: list[LotValues]) -> _Said:
    """A sum behind the last item of a list that is one of several alternatives is of that list: "A안: 8장 + 8장 (합계
    $900)". Behind the whole request it is of all of it anyway."""
    path = said.path
    if said.shared or len(said.homes) > 1 or len(path) < 2 or not _SUMS_UP.search(said.span.text.lower()):
        return said
    node: StructureNode = root
    for step in path[:-1]:
        node = node.parts[step]
    if not isinstance(node, GroupNode) or node.at_least < len(node.items) or path[-1] != len(node.items) - 1:
        return said
    homes = tuple(lot for lot in lots if lot.leaf.path[: len(path) - 1] == path[:-1])
    priced = any(isinstance(span.value, Price) for lot in homes if lot not in said.homes for span in lot.leaf.own)
    return said if priced else replace(said, homes=homes, path=path[:-1], shared=True)


def _set_budget(said: _Said, amount: Amount, prices: Prices) -> None:
    if amount.value is None:
        return
    if any(lot.leaf.side == "sell" for lot in said.homes) and all(lot.leaf.side == "sell" for lot in said.homes):
        prices.doubts.append(Doubt("unsupported", said.span, "sell_total"))
        return
    if amount.assumption:
        said.homes[0].notes.append(Note("price_total", said.span))
    if amount.kind == "item_budget":
        _budget_each(said, amount.value, prices)
    elif amount.kind == "window_budget":
        for lot in said.homes:
            lot.window_budget = amount.value
    elif len(said.homes) == 1 and not said.shared:
        lot = said.homes[0]
        if lot.budget is not None and lot.budget != amount.value:
            prices.doubts.append(Doubt("contradiction", said.span))
        lot.budget = amount.value
    else:
        if prices.budgets.get(said.path, amount.value) != amount.value:
            prices.doubts.append(Doubt("contradiction", said.span))
        prices.budgets[said.path] = amount.value
        prices.budget_spans[said.path] = said.span


def _budget_each(said: _Said, value: Decimal, prices: Prices) -> None:
    """ "$300 each": a budget on every item of the list it is said of."""
    paths = [lot.leaf.path for lot in said.homes]
    depth = len(_common(paths)) + 1 if len(paths) > 1 else len(paths[0])
    for lot in said.homes:
        if len(lot.leaf.path) <= depth:
            lot.budget = value
        else:
            prices.budgets[lot.leaf.path[:depth]] = value


def _spread(
    amounts: list[tuple[_Said, Amount]], lots: list[LotValues], prices: Prices, scopes: tuple[Span, ...]
) -> None:
    """What an item without a price takes: the price of the item its product is from, or the one price of the list."""
    ordered = sorted(lots, key=lambda lot: lot.leaf.start)
    single = [(said, amount) for said, amount in amounts if not said.shared and not amount.ask]
    limits = [(said, amount) for said, amount in single if amount.kind == "limit" and not _of_one(said)]
    budgets = [(said, amount) for said, amount in single if amount.kind == "budget" and not _of_one(said)]
    each = [(said, amount) for said, amount in single if amount.kind == "item_budget" and not _of_one(said)]
    if len(limits) == 1 and _outside(limits[0][0], ordered):
        said, amount = limits[0]
        of_all = _of_all(said.span, scopes)
        for lot in lots:
            alike = lot.named.kind == said.homes[0].named.kind and lot.leaf.side == said.homes[0].leaf.side
            alike = alike and not _unpriced(lot) and (of_all or not _has_total(lot, prices))
            if lot.limit is None and alike:
                lot.limit = amount.value
    if len(each) == 1 and not limits and _outside(each[0][0], ordered):
        for lot in lots:
            if lot.budget is None and lot.limit is None and not _unpriced(lot):
                lot.budget = each[0][1].value
    if (
        len(budgets) == 1
        and not limits
        and not prices.budgets
        and len(budgets[0][0].homes) == 1
        and _outside(budgets[0][0], ordered)
    ):
        said, amount = budgets[0]
        if len(lots) > 1 and amount.value is not None and () not in prices.budgets and not any(map(_unpriced, lots)):
            said.homes[0].budget = None
            prices.budgets[()] = amount.value
            prices.budget_spans[()] = said.span
    for lot in ordered:
        donor = next((each for each in ordered if each.leaf is lot.leaf.product_from), None)
        if donor and not lot.leaf.said(Role.PRICE) and not _unpriced(lot):
            if lot.limit is None:
                lot.limit = donor.limit
            if lot.budget is None and () not in prices.budgets:
                lot.budget = donor.budget
            lot.window_budget = lot.window_budget or donor.window_budget
    for index, lot in enumerate(ordered):
        _as_before(lot, ordered[:index], prices)


def _as_before(lot: LotValues, before: list[LotValues], prices: Prices) -> None:
    """The price of the item before, where the words say that it is the same."""
    said = [span for span in (*lot.leaf.own, *lot.leaf.shared) if field_of(span) == "same_price"]
    if not said or lot.limit is not None or lot.window_budget is not None or _has_total(lot, prices):
        return
    priced = [each for each in before if each.limit is not None or each.budget is not None]
    if priced:
        lot.limit, lot.budget = priced[-1].limit, priced[-1].budget


def _of_one(said: _Said) -> bool:
    """Whether a price says which item it is of: "$500 on the H100s", "for the first", "the H100s no more than $500"."""
    again = [
        span
        for lot in said.homes
        for span in lot.leaf.said(Role.ASSET)[1:]
        if span.start < said.span.start and not any(span.end <= each.start < said.span.start for each in lot.leaf.own)
    ]
    return bool(said.price.products) or said.price.ordinal is not None or bool(again)


def _unpriced(lot: LotValues) -> bool:
    """Whether its words say that it has no price of its own, so that it takes none."""
    return any(field_of(span) == "unpriced" for span in lot.leaf.own)


def _of_all(price: Span, scopes: tuple[Span, ...]) -> bool:
    """Whether a price is said of every item: "$2 for both", "both at $2", "$2 each"."""
    beside = any(0 <= price.start - each.end <= 1 or 0 <= each.start - price.end <= 1 for each in scopes)
    return beside or _OF_ALL.search(price.text.lower()) is not None


def _has_total(lot: LotValues, prices: Prices) -> bool:
    """Whether a total is said of it, or of a list inside the whole that it stands in, so that it is priced already."""
    path = lot.leaf.path
    return lot.budget is not None or any(path[:depth] in prices.budgets for depth in range(1, len(path)))


def _outside(said: _Said, ordered: list[LotValues]) -> bool:
    """Whether a price stands behind all counts and products of the list, or before all of them."""
    heads = [span.start for lot in ordered for span in lot.leaf.own if is_main_count(span)]
    heads += [span.start for lot in ordered for span in lot.leaf.said(Role.ASSET)[:1]]
    times = [span.start for lot in ordered for span in lot.leaf.said(Role.TIME)]
    if not heads:
        return True
    behind = said.span.start > max(heads) and not _followed_by_item(said, ordered, times)
    return behind or said.span.start < min(heads)


def _followed_by_item(said: _Said, ordered: list[LotValues], times: list[int]) -> bool:
    """Whether an item that has only a time comes after the price: then the price is inside the list."""
    home = {id(lot) for lot in said.homes}
    return any(id(lot) not in home and lot.leaf.start > said.span.start for lot in ordered) and any(
        start > said.span.start for start in times
    )
