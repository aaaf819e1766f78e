"""The screens and states that are kept as pictures: fixed size, clock and data, nothing moving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.services.arranging import Beside
from app.services.errors import UserFacing
from app.services.models import Progress
from app.ui.compose.popover import Popover
from app.ui.crash import CrashDialog
from auction_client.model.bid import Bid, Group, Linked
from nlp.draft import FieldChange
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import KOREAN, ODD, PRICED, UNPRICED, either, lot
from tests.services.sample_market import ScriptedEstimator, losing_estimate
from tests.ui.conftest import World
from tests.ui.hands import drag_over, popover

MakeWorld = Callable[..., World]
LOOKS = {"en": ("light", "dark", "high_contrast"), "ko": ("light", "dark")}


def _open(make: MakeWorld, look: str, language: str, **ports: object) -> World:
    world = make(desk=MemoryDesk(standard_orders(), standard_positions()), **ports)
    world.open(appearance=look, language=language)
    return world


def _sentence(language: str) -> str:
    return KOREAN if language == "ko" else PRICED


def empty(make: MakeWorld, look: str, language: str) -> QWidget:
    return _window(_open(make, look, language))


def asks(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.type(UNPRICED)
    return _window(world)


def ready(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.type(_sentence(language))
    return _window(world)


def estimate(make: MakeWorld, look: str, language: str) -> QWidget:
    """The lower part of the estimate: alternatives, the hours' prices, what binds."""
    world = _open(make, look, language)
    world.type(_sentence(language))
    panel = _window(world).content.page("compose").panel
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    for _ in range(3):
        QApplication.processEvents()
    bar.setValue(bar.maximum())
    return _window(world)


def losing(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language, estimator=ScriptedEstimator(losing_estimate))
    world.type(ODD)
    return _window(world)


def offline(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.desk.error = UserFacing("offline", "Offline")
    world.type(_sentence(language))
    world.dispatcher.wait(13)
    return _window(world)


def review(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.type(_sentence(language))
    window = _window(world)
    window.run("review")
    world.dispatcher.settle()
    return window


def far_out(make: MakeWorld, look: str, language: str) -> QWidget:
    """A price so far out that the review asks why."""
    world = _open(make, look, language)
    world.type(_sentence(language))
    world.bench.drafts.change([FieldChange(path="root.items[0].limit", value="9.50")])
    window = _window(world)
    window.run("review")
    world.dispatcher.settle()
    return window


def by_hand(make: MakeWorld, look: str, language: str) -> QWidget:
    """A limit that is not what the sentence says."""
    world = _open(make, look, language)
    world.type(_sentence(language))
    world.bench.drafts.change([FieldChange(path="root.items[0].limit", value="3.10")])
    return _window(world)


def nested(make: MakeWorld, look: str, language: str) -> QWidget:
    """A link and a group in a group, with an item on its way to another place."""
    world = _open(make, look, language)
    either_or = either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60"), budget="900").root
    linked = Linked(first=lot("B200", 8, "5.10"), then=lot("L40S", 4, "1.10", side="sell"))
    world.bench.drafts.new(source=Bid(root=Group(at_least=2, at_most=2, items=(either_or, linked))))
    window = _window(world)
    window.resize(1280, 1100)
    QApplication.processEvents()
    cards = window.content.page("compose").cards
    drag_over(cards, "root.items[1]", Beside("root", 0))
    return window


def group_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root")


def place_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].asset.regions")


def hours_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.type(_sentence(language))
    page = _window(world).content.page("compose")
    page.assumptions.always_asked.emit("night", page.footer.review)
    return popover()


def timeline_table(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.type(_sentence(language))
    page = _window(world).content.page("compose")
    page.timeline.switch.click()
    _scroll_down(_window(world))
    return _window(world)


def _scroll_down(window: QWidget) -> None:
    """Shows the foot of the composer."""
    QApplication.processEvents()
    bar = window.content.page("compose").findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())


def own_defaults(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings of reading, two of them the user's own."""
    world = _open(make, look, language)
    world.bench.settings.update(preferences={"hours": {"night": (22, 30)}, "min_uptime": "0.999"})
    window = _window(world)
    window.run("settings")
    return window.content.page("settings").reading


def limit_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].limit")


def window_editor(make: MakeWorld, look: str, language: str) -> QWidget:
    return _editor(make, look, language, "root.items[0].delivery")


def _editor(make: MakeWorld, look: str, language: str, path: str) -> QWidget:
    world = _open(make, look, language)
    world.type(_sentence(language))
    page = _window(world).content.page("compose")
    page.cards.fields[path].click()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Popover) and each.isVisible())


def orders(make: MakeWorld, look: str, language: str) -> QWidget:
    window = _window(_open(make, look, language))
    window.models.orders.select("019a-0003")
    window.run("orders")
    return window


def held(make: MakeWorld, look: str, language: str) -> QWidget:
    """An order that waits for a second person."""
    world = _open(make, look, language)
    world.desk.put("019a-0005", "held", awaits="approval")
    world.dispatcher.wait(1.1)
    return _order(world, "019a-0005")


def lost(make: MakeWorld, look: str, language: str) -> QWidget:
    return _order(_open(make, look, language), "019a-0002")


def _order(world: World, order_id: str) -> QWidget:
    window = _window(world)
    window.models.orders.select(order_id)
    window.run("orders")
    return window


def trail(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    window = _order(world, "019a-0003")
    window.content.screens.trail_asked.emit("019a-0003")
    world.dispatcher.settle()
    return window


def sign(make: MakeWorld, look: str, language: str) -> QWidget:
    """The second person's look at somebody else's bid."""
    world = _open(make, look, language)
    window = _window(world)
    window.models.orders.look_at(b"request 019a-0005", window.show_request)
    world.dispatcher.settle()
    window.sheet.name.setText("Risk desk")
    return window


def market(make: MakeWorld, look: str, language: str) -> QWidget:
    return _screen(make, look, language, "market")


def token(make: MakeWorld, look: str, language: str) -> QWidget:
    window = _screen(make, look, language, "market")
    window.content.page("market").tokens.selectRow(0)
    return window


def positions(make: MakeWorld, look: str, language: str) -> QWidget:
    return _screen(make, look, language, "positions")


def later_week(make: MakeWorld, look: str, language: str) -> QWidget:
    """Hours that are owned for weeks, the second of them in sight."""
    held = standard_positions()[0]
    start, _ = held.hours[0]
    long = replace(held, hours=((start, start + timedelta(days=12)),))
    world = make(desk=MemoryDesk(standard_orders(), (long, *standard_positions()[1:])))
    window = world.open(appearance=look, language=language)
    window.run("positions")
    window.models.positions.go(+1)
    return window


def drafts(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    for text in (UNPRICED, _sentence(language), ODD):
        world.bench.drafts.new()
        world.type(text)
    world.bench.drafts.set_template(world.bench.drafts.rows()[1].id, True)
    window = _window(world)
    window.run("drafts")
    return window


def settings(make: MakeWorld, look: str, language: str) -> QWidget:
    return _screen(make, look, language, "settings")


def models(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings' lower part: the language models and the desk's rules."""
    window = _screen(make, look, language, "settings")
    page = window.content.page("settings")
    for _ in range(3):
        QApplication.processEvents()
    page.findChild(QScrollArea).verticalScrollBar().setValue(page.models.y() - 20)
    return window


def adding_a_model(make: MakeWorld, look: str, language: str) -> QWidget:
    """The settings' card of models while a file is read."""
    world = _open(make, look, language)
    window = _window(world)
    window.run("settings")
    world.dispatcher.settle()
    card = window.content.page("settings").models
    card._show_progress(Progress("adding", "qwen3-1.7b.gguf", 1_240_000_000, 3_100_000_000, 5.9))
    card._busy.show()
    return card


def help_page(make: MakeWorld, look: str, language: str) -> QWidget:
    return _screen(make, look, language, "help")


def palette(make: MakeWorld, look: str, language: str) -> QWidget:
    window = _window(_open(make, look, language))
    window.open_palette()
    return window


def first_run(make: MakeWorld, look: str, language: str) -> QWidget:
    window = _window(_open(make, look, language))
    window.open_first_run()
    return window


def large_text(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.bench.settings.update(text_scale=1.3)
    world.type(_sentence(language))
    return _window(world)


def stopped(make: MakeWorld, look: str, language: str) -> QWidget:
    world = _open(make, look, language)
    world.desk.is_stopped = True
    world.dispatcher.wait(1.1)
    _window(world).run("orders")
    return _window(world)


def stop(make: MakeWorld, look: str, language: str) -> QWidget:
    """The one question before everything is stopped."""
    window = _window(_open(make, look, language))
    window.run("stop")
    return window


def waiting(make: MakeWorld, look: str, language: str) -> QWidget:
    """Offline, with a review that opens once the exchange answers."""
    window = offline(make, look, language)
    window.run("review")
    return window


def toast(make: MakeWorld, look: str, language: str) -> QWidget:
    """A draft is gone, and can be had back."""
    world = _open(make, look, language)
    world.type(_sentence(language))
    window = _window(world)
    window.run("drafts")
    page = window.content.page("drafts")
    page.list.setCurrentRow(0)
    page._delete_current()
    return window


def crash(make: MakeWorld, look: str, language: str) -> QWidget:
    """What a fault looks like before anything of it is kept."""
    window = _window(_open(make, look, language))
    text = 'Traceback (most recent call last):\n  File "app/ui/example.py", line 7, in act\nValueError: a fault\n'
    dialog = CrashDialog(text, lambda _text: None, Path("crashes"), window)
    dialog.open()
    return dialog


def no_positions(make: MakeWorld, look: str, language: str) -> QWidget:
    window = make().open(appearance=look, language=language)
    window.run("positions")
    return window


def no_drafts(make: MakeWorld, look: str, language: str) -> QWidget:
    window = make().open(appearance=look, language=language)
    window.run("drafts")
    return window


def not_found(make: MakeWorld, look: str, language: str) -> QWidget:
    """A search that finds no draft."""
    window = drafts(make, look, language)
    window.content.page("drafts").search.setText("GB300")
    return window


def no_market(make: MakeWorld, look: str, language: str) -> QWidget:
    """The exchange has not answered yet."""
    world = make()
    world.desk.error = UserFacing("offline", "Offline")
    window = world.open(appearance=look, language=language)
    window.run("market")
    return window


def no_orders(make: MakeWorld, look: str, language: str) -> QWidget:
    world = make()
    window = world.open(appearance=look, language=language)
    window.run("orders")
    return window


def _screen(make: MakeWorld, look: str, language: str, name: str) -> QWidget:
    world = _open(make, look, language)
    _window(world).run(name)
    world.dispatcher.settle()
    return _window(world)


def _window(world: World) -> QWidget:
    assert world.window is not None
    return world.window


SCENES: dict[str, Callable[[MakeWorld, str, str], QWidget]] = {
    scene.__name__: scene
    for scene in (
        empty, asks, ready, estimate, losing, offline, review, far_out, by_hand, nested, limit_editor, window_editor,
        group_editor, place_editor, hours_editor, timeline_table, own_defaults, orders, stopped, no_orders,
        stop, waiting, toast, crash, no_positions, no_drafts, not_found, no_market,
        held, lost, trail, sign, market, token, positions, later_week, drafts,
        settings, models, adding_a_model, help_page, palette, first_run, large_text,
    )
}  # fmt: skip
KEPT = [(name, look, language) for name in SCENES for look, language in (("light", "en"), ("dark", "ko"))]
"""What every run compares: each scene in two looks and two languages."""
KEPT_TOO = [(name, look, language) for name in SCENES for look, language in (("dark", "en"), ("light", "ko"))]
KEPT_TOO += [(name, "high_contrast", "en") for name in ("ready", "orders", "review", "market")]
"""What a slow run compares too."""


def picture(widget: QWidget) -> QImage:
    """The widget as it stands, after all that is due has been laid out."""
    for _ in range(3):
        QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
