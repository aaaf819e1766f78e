"""A warning that is far out needs a reason in writing: which ones, what a reason is, and that it is kept."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from auction_client.exchange.desk import DeskError, OrderDesk, ReasonNeeded
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.limits import Finding
from auction_client.exchange.opening import open_desk
from auction_client.exchange.policy import Policy, read_policy, write_policy
from auction_client.exchange.reasons import MOST_CHARACTERS, SIZES, ReasonRule, says_why
from auction_client.exchange.views import Evidence
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import GPU_PRICES, a_bid

NEVER = ReasonRule(price_times=None, size_times=None)
ALWAYS = ReasonRule(every_warning=True)


def finding(code: str, times: str | None, level: str = "warn") -> Finding:
    return Finding(level, code, "root", "words", (), None if times is None else Decimal(times))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "times", "needed"),
    [
        ("collar", "2.99", False),
        ("collar", "3", True),
        ("quantity", "4.9", False),
        ("quantity", "5", True),
        ("bid_total", "5", True),
        ("collar", None, False),
        ("duplicate", "9", False),
    ],
)
def test_a_price_thrice_its_reference_and_a_size_five_times_the_warning_need_a_reason(code, times, needed) -> None:
    assert ReasonRule().needed(finding(code, times)) is needed


@given(st.sampled_from([*sorted(SIZES), "collar", "duplicate"]), st.decimals(1, 1000, places=2))
def test_the_rules_of_a_desk_go_from_never_to_every_warning(code: str, times: Decimal) -> None:
    warned = finding(code, str(times))
    assert not NEVER.needed(warned)
    assert ALWAYS.needed(warned)
    assert not ALWAYS.needed(finding(code, str(times), "block")), "what is not sent needs no reason"
    strict, lax = ReasonRule(price_times=2, size_times=2), ReasonRule(price_times=9, size_times=9)
    assert strict.needed(warned) or not lax.needed(warned), "a stricter rule asks wherever a laxer one does"


def test_a_rule_that_contradicts_itself_is_none() -> None:
    with pytest.raises(ValidationError, match="left out"):
        ReasonRule(price_times=None, every_warning=True)


@pytest.mark.parametrize("words", ["deadline", "the model must be trained by Friday", "마감 때문", "a b c", "ok, fine"])
def test_some_letters_of_any_script_are_a_reason(words: str) -> None:
    assert says_why(words)


@pytest.mark.parametrize(
    "words", ["", "   ", "...", "12345", "xxxxxxxx", "no", "ㅋㅋㅋㅋ", "y" * 4 + "x" * MOST_CHARACTERS]
)
def test_no_letters_one_letter_again_and_again_or_a_whole_novel_are_none(words: str) -> None:
    assert not says_why(words)


def opened(folder: Path, url: str, rule: ReasonRule) -> OrderDesk:
    policy = Policy(reasons=rule)
    return open_desk(folder, url, SessionStore(), gpu_prices=GPU_PRICES, token_prices={}, policy=policy)


@pytest.fixture
def desk(tmp_path: Path, exchange: HttpExchange) -> Iterator[OrderDesk]:
    made = opened(tmp_path / "seat", exchange.url, ReasonRule())
    yield made
    made.close()


def test_a_far_out_price_is_confirmed_with_a_reason_only_and_the_reason_is_kept(desk: OrderDesk) -> None:
    bid = a_bid(limit="8.00")
    (warned,) = desk.check(bid)
    assert warned.times == Decimal("3.2")
    assert desk.reason_needed(warned)
    for words in ("", "    ", "........"):
        with pytest.raises(ReasonNeeded) as caught:
            desk.confirm(bid, Evidence(reason=words), acknowledged=[warned.id])
        assert caught.value.findings == (warned,)
    assert desk.orders() == ()
    client_id = desk.confirm(bid, Evidence(reason="the launch is on Friday"), acknowledged=[warned.id])
    entries = json.loads(desk.dossier(client_id))["entries"]
    (kept,) = [json.loads(base64.b64decode(each["body"])) for each in entries if each["kind"] == "reason"]
    assert kept == "the launch is on Friday"
    kinds = [each["kind"] for each in entries]
    assert kinds.index("reason") < kinds.index("confirmed"), "written before the bid is"


def test_a_reason_acknowledges_no_warning(desk: OrderDesk) -> None:
    with pytest.raises(DeskError):
        desk.confirm(a_bid(limit="8.00"), Evidence(reason="the launch is on Friday"))
    assert desk.orders() == ()


def test_a_warning_that_is_not_far_out_needs_none(desk: OrderDesk) -> None:
    bid = a_bid(limit="6.00")
    (warned,) = desk.check(bid)
    assert not desk.reason_needed(warned)
    assert desk.confirm(bid, acknowledged=[warned.id])


@pytest.mark.parametrize(("rule", "limit", "needed"), [(ALWAYS, "6.00", True), (NEVER, "8.00", False)])
def test_a_desk_sets_its_own_rule(tmp_path: Path, exchange: HttpExchange, rule, limit: str, needed: bool) -> None:
    desk = opened(tmp_path / "seat", exchange.url, rule)
    bid = a_bid(limit=limit)
    acknowledged = [each.id for each in desk.check(bid)]
    if needed:
        with pytest.raises(ReasonNeeded):
            desk.confirm(bid, acknowledged=acknowledged)
    else:
        assert desk.confirm(bid, acknowledged=acknowledged)
    desk.close()


def test_rules_written_before_there_were_reasons_are_read_with_the_usual_one(tmp_path: Path) -> None:
    write_policy(tmp_path, Policy(reasons=ALWAYS))
    assert read_policy(tmp_path).reasons == ALWAYS
    file = tmp_path / "policy.json"
    values = json.loads(file.read_bytes())
    del values["reasons"]
    file.write_text(json.dumps(values))
    assert read_policy(tmp_path).reasons == ReasonRule()
