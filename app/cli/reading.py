"""`draft`: a request becomes a bid with its questions."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.bootstrap import machine_zone
from app.cli.output import DONE, Refused, print_json, print_text, say
from nlp.batch import NotSeveral
from nlp.draft import Draft
from nlp.reader import Reader

EXAMPLE_NOW = "2026-11-22T12:00:00+09:00"


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone; Refused for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(f"{name!r} is no time zone", "use an IANA name such as Asia/Seoul or America/New_York") from None


def instant_in(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 instant; without an offset it is local time in the zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"{text!r} is no instant", f"write it as {EXAMPLE_NOW}") from None
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def print_draft(draft: Draft) -> None:
    """A draft for people."""
    print_text(draft.readback or "No order could be read.")
    for question in draft.questions:
        print_text(f"? {question.message}")
        for number, choice in enumerate(question.choices, start=1):
            print_text(f"    {number}. {choice.label}")
    for assumption in draft.assumptions:
        print_text(f"* {assumption.message}")
    if not draft.reader.heard:
        print_text("* The language model was not heard; rules alone read this.")


def requests_in(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a request file, each {id, text, now, tz}. Refused with the line's number where one is not."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{path} cannot be read ({error})", "check the path and that it is UTF-8 text") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            fields = {key: request[key] for key in ("text", "now", "tz")}
            well_formed = all(isinstance(value, str) for value in fields.values())
        except (ValueError, KeyError, TypeError, RecursionError):
            well_formed = False
        if not well_formed:
            raise Refused(f"line {number} of {path} is no request", 'write {"id": .., "text": .., "now": .., "tz": ..}')
        yield {"id": request.get("id"), **fields}


def draft_file(path: Path, reader: Reader, language: str) -> int:
    """Prints a draft for every line of the file, in order."""
    for request in requests_in(path):
        zone = zone_named(request["tz"])
        name = None if request["id"] is None else str(request["id"])
        draft = reader.read(
            request["text"], now=instant_in(request["now"], zone), zone=zone, id=name, language=language
        )
        print_json(draft.model_dump(mode="json") | {"id": request["id"]})
    return DONE


def draft_in(path: Path) -> Draft:
    """The open draft in a file; Refused where it holds none."""
    try:
        return Draft.model_validate_json(path.read_bytes())
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}", "check the path") from None
    except ValueError:
        raise Refused(f"{path} holds no draft", "make one with: draft TEXT --json") from None


def draft_batch(arguments: argparse.Namespace, reader: Reader) -> int:
    """Prints a draft for each request in a pasted text, with the lines it came from."""
    try:
        text = arguments.batch.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{arguments.batch} cannot be read ({error})", "check the path and that it is UTF-8") from None
    try:
        requests = reader.requests_in(text)
    except NotSeveral as error:
        raise Refused(str(error), "put each request on a line of its own, or in a table with a header row") from None
    zone = zone_named(arguments.tz) if arguments.tz else machine_zone()
    now = instant_in(arguments.now, zone) if arguments.now else datetime.now(UTC).astimezone(zone)
    for number, request in enumerate(requests, start=1):
        draft = reader.read(request.text, now=now, zone=zone, id=str(number), language=arguments.language)
        if arguments.json:
            print_json(draft.model_dump(mode="json") | {"lines": [request.first_line, request.last_line]})
            continue
        last = "" if request.last_line == request.first_line else f" to {request.last_line}"
        print_text(f"{number}. line {request.first_line}{last}: {' / '.join(request.text.splitlines())}")
        print_draft(draft)
    return DONE


def draft_one(arguments: argparse.Namespace, reader: Reader) -> int:
    """Prints the draft of one request, or of the correction of an open draft."""
    before = draft_in(arguments.on) if arguments.on is not None else None
    zone_name = arguments.tz or (before.tz if before is not None else None)
    zone = zone_named(zone_name) if zone_name else machine_zone()
    said = arguments.now or (before.now if before is not None else None)
    now = instant_in(said, zone) if said else datetime.now(UTC).astimezone(zone)
    if before is not None:
        draft = reader.amend(before, arguments.text, now=now, zone=zone, language=arguments.language)
    else:
        draft = reader.read(arguments.text, now=now, zone=zone, language=arguments.language)
    if arguments.json:
        print_json(draft.model_dump(mode="json"))
        return DONE
    print_draft(draft)
    if draft.questions:
        say("Answer the questions before you submit; --json prints the whole draft, which --on takes back.")
    return DONE
