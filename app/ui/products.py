"""Products by their names for people."""

from __future__ import annotations

from app.ui.words import Words


def product_words(label: str, t: Words) -> str:
    """The product's name and terms in the user's language."""
    return label.replace("interruptible", t("interruptible"))


def name_and_terms(label: str, t: Words) -> tuple[str, str]:
    """``H100 SXM 80 GB, us-east, 99.9 %`` as the product's name and its terms."""
    name, _, terms = product_words(label, t).partition(", ")
    return name, terms.replace(", ", " · ")
