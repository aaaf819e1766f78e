"""All commands as data: one list makes the menus, the palette, the shortcuts and the help page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """`title` and `menu` in English, to be translated; `keys` as Qt writes them, empty for none; `also`: other keys
    for the same, one without a modifier where no text is being written."""

    id: str
    title: str
    menu: str
    keys: str = ""
    also: str = ""


COMMANDS = (
    Command("new", "New bid", "Bid", "Ctrl+N"),
    Command("review", "Review bid", "Bid", "Ctrl+Enter", also="Ctrl+Return"),
    Command("duplicate", "Duplicate draft", "Bid", "Ctrl+D"),
    Command("paste_bids", "Paste several bids", "Bid", "Ctrl+Shift+V"),
    Command("import", "Open a bid file …", "Bid", "Ctrl+O"),
    Command("export", "Save the bid to a file …", "Bid", "Ctrl+S"),
    Command("export_orders", "Save all orders as a table …", "Bid"),
    Command("export_drafts", "Save all drafts as a table …", "Bid"),
    Command("sign", "Sign for a second person …", "Bid"),
    Command("stop", "Stop all …", "Bid", "Ctrl+Shift+X"),
    Command("rearm", "Let bids go again", "Bid"),
    Command("quit", "Quit", "Bid", "Ctrl+Q"),
    Command("undo", "Undo", "Edit", "Ctrl+Z"),
    Command("redo", "Redo", "Edit", "Ctrl+Shift+Z"),
    Command("sentence", "Go to the sentence", "Edit", "Ctrl+L"),
    Command("write_anew", "Write the sentence anew from the bid", "Edit", "Ctrl+Shift+L"),
    Command("change_word", "Change the word's field", "Edit", "F2"),
    Command("follow_sentence", "Take the bid back to the sentence", "Edit"),
    Command("move_up", "Move the item up", "Edit", "Alt+Up"),
    Command("move_down", "Move the item down", "Edit", "Alt+Down"),
    Command("move_in", "Move the item into the group above", "Edit", "Alt+Right"),
    Command("move_out", "Move the item out of its group", "Edit", "Alt+Left"),
    Command("compose", "Compose", "View", "Ctrl+1"),
    Command("orders", "Orders", "View", "Ctrl+2"),
    Command("market", "Market", "View", "Ctrl+3"),
    Command("positions", "Positions", "View", "Ctrl+4"),
    Command("drafts", "Drafts", "View", "Ctrl+5"),
    Command("settings", "Settings", "View", "Ctrl+,"),
    Command("panes", "Next pane", "View", "F6"),
    Command("panes_back", "Pane before", "View", "Shift+F6"),
    Command("columns", "All columns as at first", "View"),
    Command("light", "Light", "View"),
    Command("dark", "Dark", "View"),
    Command("high_contrast", "High contrast", "View"),
    Command("english", "English", "View"),
    Command("korean", "한국어", "View"),
    Command("palette", "All commands …", "Help", "Ctrl+K"),
    Command("help", "Help and examples", "Help", "F1", also="?"),
    Command("first_run", "Show the introduction", "Help"),
)
"""In the order of the menus."""

MENUS = ("Bid", "Edit", "View", "Help")
SCREENS = ("compose", "orders", "market", "positions", "drafts", "settings", "help")
