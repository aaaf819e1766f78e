"""The settings: language, look, and the levels at which a person is asked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from app.services.models import ModelService
from app.services.orders import OrderService
from app.ui.kit import Kit, column, frame, row, scrolling
from app.ui.settings.models import ModelsCard
from app.ui.settings.reading import ReadingCard
from app.ui.settings.rules import RulesCard
from app.ui.settings.viewmodel import SettingsViewModel
from app.ui.widgets.numbers import number_box
from app.ui.widgets.parts import ScreenInParts
from app.ui.words import Words

WIDTH = 820
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def appearance_choices(t: Words) -> tuple[tuple[str, str], ...]:
    """The appearances and their names."""
    names = (t("As the system"), t("Light"), t("Dark"), t("High contrast"))
    return tuple(zip(("system", "light", "dark", "high_contrast"), names, strict=True))


class SettingsScreen(ScreenInParts):
    """Renders the settings' view-model, the models and the desk's rules."""

    def __init__(self, kit: Kit, model: SettingsViewModel, models: ModelService, orders: OrderService) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self._models = models
        self._orders = orders
        self.setProperty("look", "ground")
        self._releases: list[Callable[[], None]] = []
        content = QWidget()
        centre = row(content, margins=(28, 20, 28, 24))
        self._cards = column(gap=16)
        centre.addLayout(self._cards, 1)
        column(self).addWidget(scrolling(content))

    def parts(self) -> Iterator[None]:
        kit, model, t = self._kit, self._model, self._kit.t
        self._add(self._card(t("Language and look"), self._look_lines()))
        yield
        self._add(self._card(t("Ask me again before I submit"), self._level_lines()))
        yield
        self.reading = ReadingCard(kit, model)
        self._add(self.reading)
        yield
        self.models = ModelsCard(kit, self._models)
        self._releases.append(self.models.release)
        self._add(self.models)
        yield
        self.rules = RulesCard(kit, self._orders)
        self._releases.append(self.rules.release)
        self._add(self.rules)
        yield
        self._add(self._card(t("This machine"), self._machine_lines()))
        if model.dropped:
            words = t(
                "Some settings in the file were unreadable and went back to their defaults: {names}",
                names=", ".join(model.dropped),
            )
            self._cards.addWidget(kit.label(words, "warn", wrap=True))
        self._cards.addStretch(1)

    def _add(self, card: QWidget) -> None:
        card.setMaximumWidth(round(WIDTH * max(1.0, self._kit.scale)))
        self._cards.addWidget(card)

    def _look_lines(self) -> list[tuple[str, QWidget, str]]:
        t, settings = self._kit.t, self._model.settings
        languages = self._choice("language", (("en", "English"), ("ko", "한국어")), settings.language)
        sizes = self._choice("text_scale", tuple((scale, f"{scale:.0%}") for scale in SCALES), settings.text_scale)
        still = t("Examples in the sentence box stand still")
        return [
            (t("Language"), languages, ""),
            (t("Appearance"), self._choice("appearance", appearance_choices(t), settings.appearance), ""),
            (t("Text size"), sizes, ""),
            (t("Less motion"), self._switch("reduced_motion", settings.reduced_motion), still),
        ]

    def _level_lines(self) -> list[tuple[str, QWidget, str]]:
        t, settings = self._kit.t, self._model.settings
        blocked = t("Such a bid cannot be submitted")
        return [
            (
                t("Above a total of (USD)"),
                self._amount("warn_total", settings.warn_total),
                t("A warning to acknowledge"),
            ),
            (t("Never above (USD)"), self._amount("block_total", settings.block_total), blocked),
            (t("Above so many GPUs in a lot"), self._whole("warn_gpus", settings.warn_gpus, 1_000_000), ""),
            (t("Off the reference price (%)"), self._share("warn_off_reference", settings.warn_off_reference), ""),
        ]

    def _machine_lines(self) -> list[tuple[str, QWidget, str]]:
        kit, model = self._kit, self._model
        t = kit.t
        folder = kit.label(str(model.data_folder), "muted", wrap=True, select=True)
        return [
            (t("Market"), kit.label(t(model.venue)), ""),
            (t("Data folder"), folder, t("Drafts, settings and crash reports stay here")),
        ]

    def release(self) -> None:
        """Listens no more."""
        for release in self._releases:
            release()

    def _card(self, title: str, lines: list[tuple[str, QWidget, str]]) -> QWidget:
        kit = self._kit
        card = frame("card")
        layout = column(card, margins=(22, 18, 22, 20), gap=14)
        layout.addWidget(kit.label(title, "heading"))
        for name, control, note in lines:
            entry = row(gap=16)
            words = column(gap=1)
            words.addWidget(kit.label(name))
            if note:
                words.addWidget(kit.label(note, "small", wrap=True))
            entry.addLayout(words, 1)
            control.setMinimumWidth(220)
            if not control.accessibleName():
                control.setAccessibleName(name)
            entry.addWidget(control)
            layout.addLayout(entry)
        return card

    def _choice(self, name: str, choices: Sequence[tuple[object, str]], now: object) -> QComboBox:
        made = QComboBox()
        for value, words in choices:
            made.addItem(words, value)
        made.setCurrentIndex(next((at for at, (value, _) in enumerate(choices) if value == now), 1))
        made.activated.connect(lambda index: self._model.set(name, choices[index][0]))
        return made

    def _switch(self, name: str, now: bool) -> QCheckBox:
        made = QCheckBox(self._kit.t("On"))
        made.setChecked(now)
        made.toggled.connect(lambda on: self._model.set(name, on))
        return made

    def _whole(self, name: str, now: int, most: int) -> QSpinBox:
        made = number_box(now, 1, most)
        made.editingFinished.connect(lambda: self._model.set(name, made.value()))
        return made

    def _amount(self, name: str, now: Decimal) -> QSpinBox:
        made = number_box(int(now), 1, 1_000_000_000, prefix="$")
        made.editingFinished.connect(lambda: self._model.set_amount(name, made.value()))
        return made

    def _share(self, name: str, now: float) -> QSpinBox:
        made = number_box(round(now * 100), 5, 500, suffix=" %")
        made.editingFinished.connect(lambda: self._model.set_percent(name, made.value()))
        return made
