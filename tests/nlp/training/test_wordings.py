"""Files of wordings: what they hold, and what is refused in them."""

import random
from pathlib import Path

import pytest

from nlp.models.symbols import ASIDE, FALLBACK, WISH
from nlp.training.wordings import TRAINING, BadWordings, load_wordings

GOOD = """
korean = false
behind_or = '''
honestly
'''
[lists]
WHO = '''
Marta
'''
[inside]
aside = 'shiny'
wish = 'used'
[roles]
aside = '''
# who asked
{<WHO>|the lab} insists
'''
wish = 'only if <WHO> agrees'
or = 'failing that'
and = 'along with'
instead = 'scratch that'
"""


def loaded(tmp_path: Path, text: str) -> object:
    path = tmp_path / "voice.toml"
    path.write_text(text, "utf-8")
    return load_wordings(path)


def test_each_line_is_a_template_and_headings_are_none(tmp_path: Path) -> None:
    path = tmp_path / "voice.toml"
    path.write_text(GOOD, "utf-8")
    wordings = load_wordings(path)
    assert wordings.roles[ASIDE] == ("{<WHO>|the lab} insists",)
    assert wordings.roles[FALLBACK] == ("failing that",)
    written = {wordings.write(wordings.roles[ASIDE][0], random.Random(seed)) for seed in range(20)}
    assert written == {"Marta insists", "the lab insists"}


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("the lab} insists", "the lab insists", "nothing closes"),
        ("if <WHO> agrees", "if <WHOM> agrees", "a list that is not there: WHOM"),
        ("failing that", "failing those 2", "a sign that words put to the model never hold"),
        ("Marta\n", "Marta\nMarta\n", "stands there 2 times"),
        ("instead =", "rather =", "'rather' is missing or unknown"),
        ("or = 'failing that'\n", "", "a role has no wordings"),
    ],
)
def test_a_template_of_no_use_is_refused_by_name(tmp_path: Path, good: str, bad: str, told: str) -> None:
    with pytest.raises(BadWordings, match=told) as refused:
        loaded(tmp_path, GOOD.replace(good, bad))
    assert "voice.toml" in str(refused.value)


def test_wishes_that_look_like_context_are_learnt_beside_it() -> None:
    english, korean = TRAINING
    assert len(english.roles[ASIDE]) >= 500
    assert len(english.roles[WISH]) >= 250
    assert len(korean.roles[ASIDE]) >= 400
    assert len(korean.roles[WISH]) >= 200
    for wordings in TRAINING:
        assert not set(wordings.roles[ASIDE]) & set(wordings.roles[WISH])
