"""What is kept of how a bid came about: nothing that was done by hand is left out, nor what a model said."""

from __future__ import annotations

from app.services.store import Answer, Pin, Snapshot
from app.services.venue.evidence import evidence_of
from nlp.draft import Draft, FieldChange, FieldSpan, ModelAnswer, ReaderInfo


def test_every_act_on_a_draft_is_one_of_its_edits() -> None:
    limit = FieldChange(path="root.limit", value="2.60")
    snapshot = Snapshot(
        text="8 H100s",
        pins=(Pin(change=limit, shape="lot"), Pin(change=FieldChange(path="root.quantity", value=9), shape="lot")),
        answers=(Answer(code="ambiguous_time", words="Tuesday"),),
        dismissed=("please",),
    )
    assert snapshot.edits == (
        {"set": "root.limit", "to": "2.60"},
        {"set": "root.quantity", "to": 9},
        {"answered": "ambiguous_time", "about": "Tuesday"},
        {"dismissed": "please"},
    )


def test_the_evidence_names_the_model_and_has_its_words() -> None:
    reader = ReaderInfo(
        model="smol",
        sha256="a" * 64,
        seconds=0.1,
        adapter_sha256="b" * 64,
        answers=(ModelAnswer(prompt="p1", answer="aside"), ModelAnswer(prompt="p2", answer="A | B")),
    )
    span = FieldSpan(start=0, end=1, role="quantity", path="root.quantity")
    draft = Draft(text="8 H100s", now="n", tz="UTC", bid=None, spans=(span,), reader=reader)
    kept = evidence_of("8 H100s", draft, "the screen", ({"dismissed": "please"},))
    assert (kept.reader["model"], kept.reader["sha256"], kept.reader["adapter_sha256"]) == ("smol", "a" * 64, "b" * 64)
    assert (kept.prompts, kept.raw_outputs) == (("p1", "p2"), ("aside", "A | B"))
    assert kept.spans == (span.model_dump(),)
    assert (kept.text, kept.screen, kept.edits) == ("8 H100s", "the screen", ({"dismissed": "please"},))


def test_a_bid_from_a_file_has_its_screen_only() -> None:
    kept = evidence_of("", None, "the screen")
    assert (kept.text, kept.spans, dict(kept.reader), kept.prompts) == ("", (), {}, ())
    assert kept.screen == "the screen"
