"""What a person at the terminal is asked before something is done."""

from __future__ import annotations

import sys

from app.cli.output import Refused, say
from auction_client.exchange.limits import Finding
from auction_client.exchange.reasons import says_why


def reason_for(findings: list[Finding], given: str | None, *, ask: bool) -> str:
    """Why the bid is right in spite of these findings: as given, or as the person at the terminal says. Refused where
    no reason comes and one is needed."""
    why = (given or "").strip()
    if findings and not why and ask and sys.stdin.isatty():
        say("This is far out of the usual. Write why it is right; it is kept with the order:")
        why = sys.stdin.readline().strip()
    if findings and not says_why(why):
        told = "; ".join(finding.message for finding in findings)
        raise Refused(f"a reason in writing is needed: {told}; nothing was sent", "add --reason WORDS")
    return why


def confirmed(question: str) -> bool:
    """Whether the person at the terminal says yes; Refused where there is none."""
    if not sys.stdin.isatty():
        raise Refused("there is nobody to confirm", "add --yes to go on without being asked")
    say(question)
    return sys.stdin.readline().strip().lower() in ("yes", "y")
