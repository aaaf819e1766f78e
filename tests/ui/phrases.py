"""Finds every sentence that the window can say, in its source."""

from __future__ import annotations

import ast
from pathlib import Path

from app.ui.actions import COMMANDS, MENUS
from app.ui.compose.estimatewords import FIXES, OBSTACLES, OF_SALES
from app.ui.faults import CODE_WORDS
from app.ui.orders.words import AWAITS, STATE_LOOKS, TRAIL_KINDS
from app.ui.review.sheet import WARNING_WORDS
from app.ui.settings.models import DOING, KINDS, OUTCOMES
from app.ui.topbar import PHASE_WORDS
from auction_client.exchange.keys import KeyringStore, PassphraseFile, SessionStore

KEY_PLACES = {KeyringStore.kept, PassphraseFile.kept, SessionStore.kept}
"""Where the account's key may be kept."""
UI = Path(__file__).parents[2] / "app" / "ui"


def phrases() -> set[str]:
    """English sentences given to the translator, literally or from the tables of commands, states and warnings."""
    found = {command.title for command in COMMANDS} | set(MENUS) | set(PHASE_WORDS.values()) | {"Help"}
    found |= set(WARNING_WORDS.values()) | set(CODE_WORDS.values())
    found |= set(OBSTACLES.values()) | set(FIXES.values()) | set(OF_SALES.values())
    found |= set(KINDS.values()) | set(DOING.values()) | set(OUTCOMES.values()) | KEY_PLACES
    found |= set(AWAITS.values()) | set(TRAIL_KINDS.values())
    for look in STATE_LOOKS.values():
        found |= {word for word in (look.word, look.next_step, look.short) if word}
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_translator(node.func) and node.args:
                found |= {
                    each.value
                    for each in ast.walk(node.args[0])
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return found


def service_titles() -> set[str]:
    """Fixed titles and advice of the services' errors, which the window translates too."""
    found: set[str] = set()
    for path in (UI.parent / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"UserFacing": 1, "as_user_facing": 2, "_told": 0}.get(node.func.id)
                given = node.args[place : place + 1] if place is not None else []
                if node.func.id == "UserFacing":
                    given += node.args[3:4] + [keyword.value for keyword in node.keywords if keyword.arg == "fix"]
                found |= {each.value for each in given if isinstance(each, ast.Constant) and each.value}
            elif (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("_act", "ask")
            ):
                place = {"_act": 2, "ask": 3}[node.func.attr]
                found |= {each.value for each in node.args[place : place + 1] if isinstance(each, ast.Constant)}
    return found | {"Practice exchange"}


def _is_translator(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "t"
    return isinstance(called, ast.Attribute) and called.attr in ("t", "_t")
