"""Requests in words that neither the rules' lexicons nor the model's training hold, with what each must come to."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from auction_client.model.catalogue import load_catalogue
from nlp.models.symbols import WISH
from nlp.reader import Reader
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from nlp.training.intended import NOW, Checker
from nlp.training.phrases import HELD_OUT
from nlp.training.stretches import told
from nlp.training.wordings import HELD_OUT as HELD_OUT_WORDINGS
from tests.nlp.judge import DATA, Case, Gold

GENERATED, SEED = 150, 2077
_UTC = ZoneInfo("UTC")
_NEW_YORK = ZoneInfo("America/New_York")
_SATURDAY = datetime(2026, 11, 21, 10, tzinfo=_NEW_YORK)


def generated(count: int, seed: int) -> Iterator[Case]:
    """Requests from the grammar, in voices held out of training; a case without golds has to be asked about."""
    catalogue = load_catalogue()
    lexis = build_lexis(catalogue)
    checker = Checker(catalogue, lambda text: tag(text, lexis))
    chance = random.Random(seed)
    made = 0
    while made < count:
        language = int(chance.random() < 0.3)
        found = told(HELD_OUT[language], HELD_OUT_WORDINGS[language], chance, checker, known=True)
        bid = checker.plain_bid(found.taken) if found else None
        if found is None or bid is None:
            continue
        made += 1
        golds = () if found.role == WISH else (Gold(bid, frozenset()),)
        yield Case(f"u{made}", found.text, NOW, _UTC, ("en", "ko")[language], (found.role.strip(),), golds)


def written_by_hand(rules: Reader, name: str = "unseen_words.jsonl") -> Iterator[Case]:
    """Requests with unknown words beside the plain wording that means the same, which the rules read."""
    for number, line in enumerate((DATA / name).read_text("utf-8").splitlines(), 1):
        raw = json.loads(line)
        language = raw.get("lang", "en")
        golds: tuple[Gold, ...] = ()
        if "same_as" in raw:
            plain = rules.read(raw["same_as"], now=_SATURDAY, zone=_NEW_YORK, language=language)
            golds = (Gold(plain.bid, frozenset()),)
        tags = ("must ask" if not golds else "same",)
        yield Case(f"h{number}", raw["text"], _SATURDAY, _NEW_YORK, language, tags, golds)
