"""The composer: the sentence, what it became, what is asked, and the estimate beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.services.arranging import Beside
from app.services.errors import UserFacing
from auction_client.model.bid import Bid, Group, Linked
from nlp.draft import FieldChange
from tests.golden.scenes.opening import MakeWorld, opened, sentence, window_of
from tests.services.sample_drafts import ODD, UNPRICED, either, lot
from tests.services.sample_market import ScriptedEstimator, losing_estimate
from tests.ui.conftest import World
from tests.ui.hands import drag_over


def empty(make: MakeWorld, look: str, language: str) -> QWidget:
    return window_of(opened(make, look, language))


def asks(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.type(UNPRICED)
    return window_of(world)


def ready(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.type(sentence(language))
    return window_of(world)


def estimate(make: MakeWorld, look: str, language: str) -> QWidget:
    """The lower part of the estimate: alternatives, the hours' prices, what binds."""
    world = opened(make, look, language)
    world.type(sentence(language))
    panel = window_of(world).content.page("compose").panel
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    for _ in range(3):
        QApplication.processEvents()
    bar.setValue(bar.maximum())
    return window_of(world)


def losing(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language, estimator=ScriptedEstimator(losing_estimate))
    world.type(ODD)
    return window_of(world)


def offline(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.desk.error = UserFacing("offline", "Offline")
    world.type(sentence(language))
    world.dispatcher.wait(13)
    return window_of(world)


def waiting(make: MakeWorld, look: str, language: str) -> QWidget:
    """Offline, with a review that opens once the exchange answers."""
    window = offline(make, look, language)
    window.run("review")
    return window


def reworded(make: MakeWorld, look: str, language: str) -> QWidget:
    """A limit that was set on a card, and the words that follow it."""
    return window_of(_limit_set(opened(make, look, language), language))


def by_hand(make: MakeWorld, look: str, language: str) -> QWidget:
    """A limit that no words say."""
    world = opened(make, look, language)
    world.reader.no_words = True
    return window_of(_limit_set(world, language))


def _limit_set(world: World, language: str) -> World:
    world.type(sentence(language))
    world.bench.drafts.change([FieldChange(path="root.items[0].limit", value="3.10")])
    world.dispatcher.wait(0.5)
    return world


def nested(make: MakeWorld, look: str, language: str) -> QWidget:
    """A link and a group in a group, with an item on its way to another place."""
    world = opened(make, look, language)
    either_or = either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60"), budget="900").root
    linked = Linked(first=lot("B200", 8, "5.10"), then=lot("L40S", 4, "1.10", side="sell"))
    world.bench.drafts.new(source=Bid(root=Group(at_least=2, at_most=2, items=(either_or, linked))))
    window = window_of(world)
    window.resize(1280, 1100)
    QApplication.processEvents()
    cards = window.content.page("compose").cards
    drag_over(cards, "root.items[1]", Beside("root", 0))
    return window


def timeline_table(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.type(sentence(language))
    page = window_of(world).content.page("compose")
    page.timeline.switch.click()
    _scroll_down(window_of(world))
    return window_of(world)


def large_text(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.bench.settings.update(text_scale=1.3)
    world.type(sentence(language))
    return window_of(world)


def _scroll_down(window: QWidget) -> None:
    """Shows the foot of the composer."""
    QApplication.processEvents()
    bar = window.content.page("compose").findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
