"""The settings' view-model: setting, and the user's own defaults of reading. No window is opened."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from app.services.settings import SettingsService
from app.ui.settings.viewmodel import HoursDefault, SettingsViewModel
from nlp.linking.preferences import USUAL_HOURS

OWN = {"hours": {"night": (22, 30), "morning": (7, 11)}, "min_uptime": "0.999", "regions": ("us-east",)}


@pytest.fixture
def model(world):
    made = SettingsViewModel(world.bench)
    yield made
    made.close()


def kept(world):
    """What a next start would find."""
    return SettingsService(world.bench.settings._path).settings


def test_each_change_is_saved_at_once_and_told_once(world, model):
    told = []
    model.changed.connect(lambda: told.append(1))
    model.set("language", "ko")
    model.set("language", "ko")
    model.set_amount("warn_total", 40_000)
    model.set_percent("warn_off_reference", 35)
    model.set_zone("Asia/Seoul")
    assert len(told) == 4
    found = kept(world)
    assert (found.language, found.warn_total, found.zone) == ("ko", Decimal(40_000), "Asia/Seoul")
    assert found.warn_off_reference == pytest.approx(0.35)


@pytest.mark.parametrize(("name", "value"), [("text_scale", 3.0), ("zone", "Moon/Base"), ("warn_gpus", 0)])
def test_a_value_out_of_range_changes_nothing(world, model, name, value):
    before = model.settings
    with pytest.raises(ValidationError):
        model.set(name, value)
    assert model.settings == before
    assert kept(world) == before


def test_the_machines_zone_holds_again_where_no_zone_is_set(world, model):
    model.set_zone("Asia/Seoul")
    model.set_zone("")
    assert model.settings.zone is None
    assert model.machine_zone == world.services.clock.zone.key


def test_without_own_defaults_the_usual_ones_are_told(model):
    assert [(each.part, each.hours) for each in model.hours] == list(USUAL_HOURS.items())
    assert not any(each.own for each in model.hours)
    assert (model.uptime, model.regions) == (None, ())


def test_own_defaults_are_forgotten_one_by_one(world, model):
    model.set("preferences", OWN)
    assert HoursDefault("night", (22, 30), own=True) in model.hours
    model.forget("night")
    assert HoursDefault("night", USUAL_HOURS["night"], own=False) in model.hours
    assert HoursDefault("morning", (7, 11), own=True) in model.hours
    assert (model.uptime, model.regions) == ("0.999", ("us-east",))
    model.forget("uptime")
    model.forget("regions")
    assert (model.uptime, model.regions) == (None, ())
    assert kept(world).preferences.hours == {"morning": (7, 11)}


def test_a_closed_model_tells_nothing_more(world, model):
    told = []
    model.changed.connect(lambda: told.append(1))
    model.close()
    world.bench.settings.update(language="ko")
    assert told == []
