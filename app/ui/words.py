"""The window's words in the user's language. English is written where it is used; translations are looked up."""

from __future__ import annotations

import json
from pathlib import Path

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"


class Words:
    """Says a sentence of the window in one language."""

    def __init__(self, language: str, translations: dict[str, str]) -> None:
        self.language = language
        self._translations = translations

    def __call__(self, english: str, **facts: object) -> str:
        """The sentence with its facts filled in. A sentence without a translation is said in English."""
        sentence = self._translations.get(english, english)
        return sentence.format(**facts) if facts else sentence


def load_words(language: str) -> Words:
    """The words of a language. Raises OSError or ValueError where its file is missing or broken."""
    if language == "en":
        return Words("en", {})
    return Words(language, json.loads((TRANSLATIONS / f"{language}.json").read_text(encoding="utf-8")))
