"""Draws docs/rooms.svg: the rooms, what each is for, and which way the doors open. `python docs/draw_rooms.py`."""

from pathlib import Path

ROOMS = {  # name: (column, row, columns wide, lines of duty)
    "main.py": (0, 0, 1, ["arguments only"]),
    "app/cli": (1, 0, 1, ["every job without a window"]),
    "app/bootstrap": (2, 0, 1, ["builds objects, hands them on"]),
    "app/ui": (0, 1, 3, ["the only room with Qt: composer, cards, estimate, review, orders, market, positions"]),
    "app/services": (0, 2, 3, ["no Qt: drafts, estimates, orders, settings; all state changes happen here"]),
    "nlp": (0, 3, 1, ["text to draft:", "tagger, linker,", "resolvers, checker;", "the model in a", "child process"]),
    "practice": (1, 3, 1, ["the practice exchange:", "server, store,", "rivals, calendar"]),
    "exchange": (2, 3, 1, ["protocol, signatures,", "submit core, outbox,", "limits, audit"]),
    "clearing": (1, 4, 2, ["books, clearing at uniform prices, verifier, estimate"]),
    "model": (0, 5, 3, ["THE BID LANGUAGE: frozen values, catalogue, normal form, read-back"]),
}
DOORS = [
    ("main.py", "app/cli"), ("app/cli", "app/bootstrap"), ("app/bootstrap", "app/ui"), ("app/ui", "app/services"),
    ("app/services", "nlp"), ("app/services", "practice"), ("app/services", "exchange"), ("practice", "exchange"),
    ("practice", "clearing"), ("exchange", "clearing"), ("clearing", "model"), ("nlp", "model"),
]  # fmt: skip
STYLE = """<style>text{font-family:system-ui,sans-serif;fill:#1b2430}.name{font-weight:600;font-size:15px}
.duty{font-size:12.5px;fill:#4a5666}.room{fill:#f4f7fb;stroke:#3563c9;stroke-width:1.3}
.door{stroke:#3563c9;stroke-width:1.6;fill:none;marker-end:url(#tip)}</style>"""
TIP = """<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
<path d="M0 0 L8 4 L0 8 z" fill="#3563c9"/></marker></defs>"""
WIDTH, GAP, LEFT, TOP = 250, 40, 30, 30
HEIGHTS = [64, 64, 64, 118, 64, 64]


def box(name: str) -> tuple[int, int, int, int]:
    column, row, wide, _ = ROOMS[name]
    x = LEFT + column * (WIDTH + GAP)
    y = TOP + sum(HEIGHTS[:row]) + row * GAP
    return x, y, wide * WIDTH + (wide - 1) * GAP, HEIGHTS[row]


def arrow(start: str, end: str) -> str:
    ax, ay, aw, ah = box(start)
    bx, by, bw, _ = box(end)
    if ay == by:
        right = ax < bx
        x1, x2 = (ax + aw, bx - 4) if right else (ax, bx + bw + 4)
        return f'<path d="M{x1} {ay + ah // 2} H{x2}" class="door"/>'
    x = max(ax, bx) + min(aw, bw) // 2 if aw != bw else (ax + bx + aw) // 2
    return f'<path d="M{x} {ay + ah} V{by - 4}" class="door"/>'


def draw() -> str:
    width, height = LEFT * 2 + 3 * WIDTH + 2 * GAP, TOP * 2 + sum(HEIGHTS) + 5 * GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        STYLE,
        TIP,
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for name, (_, _, _, duty) in ROOMS.items():
        x, y, w, h = box(name)
        parts.append(f'<rect class="room" x="{x}" y="{y}" width="{w}" height="{h}" rx="8"/>')
        parts.append(f'<text class="name" x="{x + 14}" y="{y + 26}">{name}</text>')
        parts += [f'<text class="duty" x="{x + 14}" y="{y + 46 + 16 * i}">{line}</text>' for i, line in enumerate(duty)]
    parts += [arrow(*door) for door in DOORS]
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    Path(__file__).with_name("rooms.svg").write_text(draw(), encoding="utf-8")
