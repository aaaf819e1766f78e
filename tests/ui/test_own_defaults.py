"""What the user has set once and for all is kept, told, taken back and forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton

from tests.services.sample_drafts import PRICED
from tests.services.sample_moment import NOW
from tests.ui.hands import button, compose, popover


def test_own_hours_of_the_night_are_kept_undone_and_forgotten(world):
    window = world.open()
    world.type(PRICED)
    screen = compose(world)
    button(screen.assumptions, "Always …").click()
    begins, ends = popover().findChildren(QComboBox)
    assert (begins.currentText(), ends.currentText()) == ("20:00", "06:00")
    begins.setCurrentIndex(22)
    popover().done.click()
    world.dispatcher.settle()
    own = world.bench.settings.settings.preferences
    assert own.hours == {"night": (22, 30)}
    assert world.reader.preferences == own, "the text was read anew"
    (undo,) = [each for each in window.content.findChildren(QPushButton) if each.text() == "Undo"]
    undo.click()
    assert world.bench.settings.settings.preferences.hours == {}


def test_a_default_of_the_users_own_is_named_and_can_be_forgotten(world):
    world.open()
    world.bench.settings.update(preferences={"hours": {"night": (22, 30)}})
    read = world.reader.drafts[PRICED]
    own = read.assumptions[0].model_copy(update={"code": "own_night_hours", "message": "night: 22:00 to 06:00"})
    world.reader.drafts[PRICED] = world.quick.drafts[PRICED] = read.model_copy(update={"assumptions": (own,)})
    world.type(PRICED)
    screen = compose(world)
    button(screen.assumptions, "Forget").click()
    assert world.bench.settings.settings.preferences.hours == {}


def test_a_default_is_changed_in_the_field_it_went_into(world):
    world.open()
    world.type(PRICED)
    button(compose(world).assumptions, "Change").click()
    assert popover().accessibleName() == "Delivery"
    popover().close()


def test_the_settings_page_forgets_a_default_and_sets_the_zone(world):
    window = world.open()
    world.bench.settings.update(preferences={"min_uptime": "0.999"})
    window.run("settings")
    page = window.content.page("settings")
    button(page.reading, "Forget").click()
    assert world.bench.settings.settings.preferences.min_uptime is None
    zones = page.reading.findChild(QComboBox)
    zones.activated.emit(zones.findData("Asia/Seoul"))
    assert world.bench.settings.settings.zone == "Asia/Seoul"
    assert str(world.window.kit.clock.zone) == "Asia/Seoul"
    assert "KST" in world.window.kit.fmt.moment(NOW)


def test_the_settings_page_changes_every_default_and_the_keyboard_comes_back(world):
    window = world.open()
    window.run("settings")
    card = window.content.page("settings").reading

    def change(name: str):
        (found,) = [each for each in card.findChildren(QPushButton) if each.accessibleName() == f"Change: {name}"]
        found.setFocus()
        found.click()
        return popover()

    begins, _ends = change("Night").findChildren(QComboBox)
    begins.setCurrentIndex(22)
    popover().commit()
    uptime = change("Uptime").findChild(QComboBox)
    uptime.setCurrentIndex(uptime.findData("0.999"))
    popover().commit()
    boxes = {box.text(): box for box in change("Place").findChildren(QCheckBox)}
    boxes["us-east"].setChecked(True)
    popover().commit()
    own = world.bench.settings.settings.preferences
    assert (own.hours, own.min_uptime, own.regions) == ({"night": (22, 30)}, "0.999", ("us-east",))
    QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName() == "Change: Place"
    (undo,) = [each for each in window.content.findChildren(QPushButton) if each.text() == "Undo" and each.isVisible()]
    undo.click()
    assert world.bench.settings.settings.preferences.regions == ()
