"""Colours, words, names for screen readers, formats, ticks."""

from __future__ import annotations

import ast
import json
import re
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

from app.ui.actions import COMMANDS, SCREENS
from app.ui.compose.highlighter import utf16_offsets
from app.ui.format import Format
from app.ui.plots.scale import Scale, round_ticks
from app.ui.plots.time_ticks import time_ticks
from app.ui.theme.icons import ICON_FOLDER
from app.ui.theme.tokens import ALL, contrast
from app.ui.widgets.plain import PlainLabel
from app.ui.words import TRANSLATIONS, load_words
from tests.golden.scenes import SCENES, picture
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_moment import NOW, ZONE
from tests.ui.phrases import UI, phrases, service_titles
from tests.ui.told import told

ENGLISH = Format(load_words("en"), ZONE)
KOREAN = Format(load_words("ko"), ZONE)


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_every_text_stands_out_from_its_ground(tokens):
    weak = [
        (what, round(contrast(ink, ground), 2))
        for what, ink, ground in tokens.text_pairs()
        if contrast(ink, ground) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_focus_and_field_frames_stand_out_too(tokens):
    for ink in (tokens.accent, tokens.border_strong):
        for ground in (tokens.surface, tokens.ground):
            assert contrast(ink, ground) >= 3.0, (tokens.name, ink, ground)


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_the_style_sheets_icons_have_the_colours_of_the_tokens(tokens):
    for icon, colour in (("check", tokens.on_accent), ("chevron-down", tokens.muted), ("chevron-up", tokens.muted)):
        assert f'stroke="{colour}"' in (ICON_FOLDER / f"{icon}-{tokens.name}.svg").read_text(encoding="utf-8")


def test_contrast_is_the_one_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0
    assert round(contrast("#ffffff", "#5b9dff"), 2) == 2.72


def test_korean_says_everything_and_nothing_else():
    korean = json.loads((TRANSLATIONS / "ko.json").read_text(encoding="utf-8"))
    said = phrases() | service_titles()
    assert said - set(korean) == set()
    assert set(korean) - said == set()


def test_translations_keep_the_facts():
    korean = json.loads((TRANSLATIONS / "ko.json").read_text(encoding="utf-8"))
    for english, translated in korean.items():
        assert sorted(re.findall(r"{[a-z]+}", english)) == sorted(re.findall(r"{[a-z]+}", translated)), english


def test_every_icon_is_used_and_there(qapp):
    source = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*") if path.suffix in (".py", ".qss"))
    for path in ICON_FOLDER.glob("*.svg"):
        stem = re.sub(r"-(light|dark|high_contrast)$", "", path.stem)
        assert f'"{stem}"' in source or f"{stem}-$name" in source, f"{path.name} is not used"


def test_labels_and_message_boxes_are_used_only_in_their_plain_form():
    for path in UI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser"}, path


def test_markup_is_shown_as_it_is(qapp):
    label = PlainLabel("<b>8</b> <img src='http://x'>")
    assert label.textFormat() == Qt.TextFormat.PlainText


CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QAbstractItemView)


@pytest.mark.parametrize("scene", [name for name in SCENES if name not in ("large_text", "offline")])
def test_every_control_has_a_name_for_screen_readers(scene, make_world):
    widget = SCENES[scene](make_world, "light", "en")
    nameless = []
    for kind in CONTROLS:
        for control in widget.findChildren(kind):
            inner = control.objectName().startswith("qt_") or isinstance(control.parent(), QAbstractSpinBox | QComboBox)
            if inner or not control.isVisibleTo(widget):
                continue
            words = told(control)
            if words is None or not words.name.strip():
                nameless.append((type(control).__name__, control.parent()))
    assert nameless == []


def test_every_command_has_its_own_keys_and_can_be_run(make_world):
    keys = [command.keys for command in COMMANDS if command.keys]
    assert len(keys) == len(set(keys))
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    for command in COMMANDS:
        if command.id not in ("import", "export", "export_orders", "export_drafts", "sign", "quit"):
            window.run(command.id)
            if window.sheet is not None:
                window.sheet.close_sheet()
    assert set(SCREENS) <= {command.id for command in COMMANDS}


def test_text_may_be_larger_without_leaving_the_window(make_world):
    widget = SCENES["large_text"](make_world, "light", "en")
    picture(widget)
    page = widget.content.page("compose")
    for field in page.cards.fields.values():
        right = field.mapTo(page.cards, field.rect().topRight()).x()
        assert right <= page.cards.width()


@pytest.mark.parametrize(
    ("amount", "english"), [("0", "$0.00"), ("1234.5", "$1,234.50"), ("-12.345", "−$12.35"), ("0.004", "$0.00")]
)
def test_money(amount, english):
    assert ENGLISH.money(Decimal(amount)) == english


@pytest.mark.parametrize(
    ("amount", "words"), [("2.1", "$2.10"), ("2.605", "$2.605"), ("0.4071", "$0.4071"), ("3", "$3.00")]
)
def test_a_limit_is_shown_exactly(amount, words):
    assert ENGLISH.rate(Decimal(amount)) == words


def test_an_average_is_rounded_to_the_cent_above_a_dollar():
    assert ENGLISH.average(Decimal("3.91149")) == "$3.91"
    assert ENGLISH.average(Decimal("0.407149")) == "$0.4071"


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "<1%"), (0.004, "<1%"), (0.5, "50%"), (0.996, ">99%"), (1.0, ">99%")]
)
def test_a_chance_is_never_certain(share, words):
    assert ENGLISH.percent(share) == words


def test_windows_name_their_zone_and_say_one_day_once():
    start = datetime(2026, 11, 24, 20, tzinfo=ZONE)
    assert ENGLISH.window(start, start + timedelta(hours=10)) == "Tue 24 Nov 20:00 → Wed 25 Nov 06:00 PST"
    assert ENGLISH.window(start, start + timedelta(hours=2)) == "Tue 24 Nov 20:00 → 22:00 PST"
    assert ENGLISH.window(start, start + timedelta(hours=4)) == "Tue 24 Nov 20:00 → 24:00 PST"
    assert KOREAN.window(start, start + timedelta(hours=2)) == "11월 24일 (화) 20:00 → 22:00 PST"
    summer = datetime(2026, 7, 1, 9, tzinfo=ZONE)
    assert ENGLISH.window(summer, summer + timedelta(hours=1)).endswith("PDT")


def test_ages_and_countdowns():
    assert ENGLISH.age(NOW - timedelta(seconds=10), NOW) == "just now"
    assert ENGLISH.age(NOW - timedelta(minutes=3), NOW) == "3 min ago"
    assert KOREAN.age(NOW - timedelta(hours=5), NOW) == "5시간 전"
    assert ENGLISH.countdown(timedelta(minutes=12, seconds=41)) == "12:41"
    assert ENGLISH.countdown(timedelta(days=2, hours=3, minutes=10)) == "2 d 03:10"
    assert ENGLISH.countdown(timedelta(seconds=-5)) == "00:00"


def test_ticks_are_round_and_inside():
    assert round_ticks(1.62, 3.0, 3) == [2.0, 2.5, 3.0]
    assert round_ticks(0.0, 1.0, 4) == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert round_ticks(1.0, 1.0, 4) == []
    assert round_ticks(float("nan"), 1.0, 4) == []


def test_time_ticks_stand_at_local_midnights_also_over_a_clock_change():
    start = datetime(2026, 10, 31, 12, tzinfo=ZONE)
    ticks = [datetime.fromtimestamp(tick, ZONE) for tick in time_ticks(start, start + timedelta(days=4), 5, ZONE)]
    assert [tick.hour for tick in ticks] == [0, 0, 0, 0]
    assert [tick.day for tick in ticks] == [1, 2, 3, 4]


def test_a_scale_maps_both_ways():
    scale = Scale(0.0, 10.0, 100.0, 0.0)
    assert scale(2.5) == 75.0
    assert scale.back(75.0) == 2.5


def test_offsets_count_characters_outside_the_basic_plane_twice():
    assert utf16_offsets("a😀b") == [0, 1, 3, 4]


def test_source_files_stay_small():
    long = {
        str(path): count
        for path in Path(UI.parent).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_a_moment_is_told_on_both_clocks_where_they_differ():
    at = datetime(2026, 11, 24, 20, tzinfo=ZONE)
    assert ENGLISH.both_zones(at) == "Tue 24 Nov 20:00 PST · 2026-11-25 04:00 UTC"
    assert Format(load_words("en"), ZoneInfo("UTC")).both_zones(at) == "Wed 25 Nov 04:00 UTC"
