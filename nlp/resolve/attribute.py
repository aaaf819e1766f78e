"""Requirements: form, memory, interconnect, uptime, interruptibility and tags of a lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auction_client.model.catalogue import Gpu
from nlp.tagged import NO_REQUIREMENTS, Attribute


@dataclass(frozen=True)
class Requirements:
    """`fields` are those of a compute asset; `conflicts` names fields said twice, `unknown` those the GPU lacks."""

    fields: dict[str, Any]
    conflicts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def resolve_requirements(attributes: Sequence[Attribute], gpu: Gpu | None) -> Requirements:
    """All requirements of one lot. Several uptimes: the same one twice is fine, two different ones conflict."""
    values: dict[str, set[Any]] = {}
    for attribute in attributes:
        if attribute.field not in NO_REQUIREMENTS:
            values.setdefault(attribute.field, set()).add(attribute.value)
    fields: dict[str, Any] = {"tags": tuple(sorted(values.pop("tags", set()) - {None}))}
    conflicts = []
    for field, found in values.items():
        if len(found) > 1:
            conflicts.append(field)
        else:
            fields[field] = found.pop()
    unknown = []
    if gpu is not None:
        if fields.get("form") is not None and fields["form"] not in gpu.forms:
            unknown.append("form")
        if fields.get("memory_gb") is not None and fields["memory_gb"] not in gpu.memory_gb:
            unknown.append("memory_gb")
    return Requirements(fields, tuple(conflicts), tuple(unknown))
