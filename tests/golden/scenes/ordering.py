"""From the review to the outcome: the sheet, the blotter, the trail, the second signature, the stop switch."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nlp.draft import FieldChange
from tests.golden.scenes.opening import MakeWorld, opened, sentence, window_of
from tests.ui.conftest import World


def review(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.type(sentence(language))
    window = window_of(world)
    window.run("review")
    world.dispatcher.settle()
    return window


def far_out(make: MakeWorld, look: str, language: str) -> QWidget:
    """A price so far out that the review asks why."""
    world = opened(make, look, language)
    world.type(sentence(language))
    world.bench.drafts.change([FieldChange(path="root.items[0].limit", value="9.50")])
    world.dispatcher.settle()
    window = window_of(world)
    window.run("review")
    world.dispatcher.settle()
    return window


def orders(make: MakeWorld, look: str, language: str) -> QWidget:
    window = window_of(opened(make, look, language))
    window.models.orders.select("019a-0003")
    window.run("orders")
    return window


def held(make: MakeWorld, look: str, language: str) -> QWidget:
    """An order that waits for a second person."""
    world = opened(make, look, language)
    world.desk.put("019a-0005", "held", awaits="approval")
    world.dispatcher.wait(1.1)
    return _order(world, "019a-0005")


def lost(make: MakeWorld, look: str, language: str) -> QWidget:
    return _order(opened(make, look, language), "019a-0002")


def stopped(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    world.desk.is_stopped = True
    world.dispatcher.wait(1.1)
    window_of(world).run("orders")
    return window_of(world)


def stop(make: MakeWorld, look: str, language: str) -> QWidget:
    """The one question before everything is stopped."""
    window = window_of(opened(make, look, language))
    window.run("stop")
    return window


def no_orders(make: MakeWorld, look: str, language: str) -> QWidget:
    world = make()
    window = world.open(appearance=look, language=language)
    window.run("orders")
    return window


def _order(world: World, order_id: str) -> QWidget:
    window = window_of(world)
    window.models.orders.select(order_id)
    window.run("orders")
    return window


def trail(make: MakeWorld, look: str, language: str) -> QWidget:
    world = opened(make, look, language)
    window = _order(world, "019a-0003")
    window.content.screens.trail_asked.emit("019a-0003")
    world.dispatcher.settle()
    return window


def sign(make: MakeWorld, look: str, language: str) -> QWidget:
    """The second person's look at somebody else's bid."""
    world = opened(make, look, language)
    window = window_of(world)
    window.models.orders.look_at(b"request 019a-0005", window.show_request)
    world.dispatcher.settle()
    window.sheet.name.setText("Risk desk")
    return window
