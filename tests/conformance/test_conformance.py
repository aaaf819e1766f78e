"""The practice exchange keeps to every conformance script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.rates import RateLimits
from auction_client.practice.settings import Settings
from tests.conformance.runner import SCRIPTS, Failed, run_script


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    settings = Settings(
        calendar=AuctionCalendar(cycle=timedelta(hours=8), timed=False),
        gpus=frozenset({"H100"}),
        horizon=timedelta(hours=48),
    )
    folder = tmp_path_factory.mktemp("conformance")
    with PracticeServer(folder, settings=settings, rate_limits=RateLimits(10_000, 10_000)) as running:
        yield running


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_practice_exchange_keeps_to_the_script(server: PracticeServer, script: Path) -> None:
    run_script(script, server.url, server.public_key)


@pytest.mark.parametrize(
    "lines",
    [
        "I submit A\nE 200 status=won",
        "I lookup A\nE 200",
        "I submit A\nI submit B\nE 200 same=1",
        "I lookup A\nE 404 too-late",
    ],
)
def test_a_script_that_expects_something_else_fails(server: PracticeServer, tmp_path: Path, lines: str) -> None:
    script = tmp_path / "wrong.txt"
    script.write_text(lines)
    with pytest.raises(Failed):
        run_script(script, server.url, server.public_key)
