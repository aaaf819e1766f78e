"""How well and how fast requests are read: `python -m tests.bench.reading [FILE ...]`.

Reads every case of the test data by rules alone and with the language model, in one run, and prints the verdicts, the
verdicts by tag, and the latency. The peer is the reader without the model. Exits 1 where a reading is silently wrong
more often than one in two hundred.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap import Builder
from app.services.home import Home
from nlp.reader import Reader
from tests.nlp.judge import Case, cases_in, judge

FILES = ("requests.jsonl", "requests_more.jsonl", "fresh.jsonl", "held_out.jsonl")
VERDICTS = ("exact", "silent_misread", "needless_ask", "wrong_ask", "failed")
MOST_SILENT = 0.005


def main(files: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(Home(Path(folder)))
        silent = []
        summary = []
        for name in ("rules alone", "rules and model"):
            reader = builder.reader(with_model=name != "rules alone")
            for file in files:
                share, line = measure(reader, list(cases_in(file)), f"{file}, {name}")
                summary.append(line)
                silent.append(share)
            reader.close()
    print("reading: " + "; ".join(summary))
    return 1 if max(silent) > MOST_SILENT else 0


def measure(reader: Reader, cases: list[Case], title: str) -> tuple[float, str]:
    """Prints one table; gives the share of silent misreads and a short line."""
    counts: Counter[str] = Counter()
    by_tag: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seconds = []
    heard = 0
    for case in cases:
        began = time.perf_counter()
        draft = reader.read(case.text, now=case.now, zone=case.zone, language=case.language)
        seconds.append(time.perf_counter() - began)
        heard += draft.reader.heard
        verdict = judge(case, draft)
        counts[verdict] += 1
        for tag in (case.language, *case.tags):
            by_tag[tag][verdict] += 1
    seconds.sort()
    p50, p95 = statistics.median(seconds), seconds[min(len(seconds) - 1, int(len(seconds) * 0.95))]
    print(f"\n{title}: {len(cases)} requests, model heard {heard}")
    print("  " + "  ".join(f"{verdict} {counts[verdict] / len(cases):.1%}" for verdict in VERDICTS))
    print(f"  latency p50 {p50:.3f} s, p95 {p95:.3f} s")
    worst = sorted(by_tag.items(), key=lambda item: item[1]["exact"] / item[1].total())
    print("  exact by tag: " + ", ".join(f"{tag} {count['exact']}/{count.total()}" for tag, count in worst[:14]))
    exact, silent = counts["exact"] / len(cases), counts["silent_misread"] / len(cases)
    return silent, f"{title} exact {exact:.1%} silent {silent:.1%} p50 {p50:.2f} s p95 {p95:.2f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or FILES))
