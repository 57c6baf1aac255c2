"""This module reads times of day and how long something lasted, as people write them: 13:45, 1h 5m, 2 days 03:04:05."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

CLOCK = r"(\d{1,3}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?:\s*([AaPp])\.?[Mm]\.?)?"
"""A regular expression for times of day and for how long something lasted: hours, minutes, seconds, half of the day."""


def _part(words: str) -> str:
    """A number and its unit; what may stand between it and the next part."""
    return rf"(?:(\d+(?:[.,]\d+)?) ?(?:{words})\.?(?:,| and| und| et| y| e)? ?)?"


DURATION = (
    "(?:p(?=[\\dt]))?"  # as ISO 8601 begins it
    + _part("(?i:weeks?|wks?|Wochen?|semaines?|semanas?|settiman[ae])|周|w")
    + _part("(?i:days?|Tage?n?|jours?|d[ií]as?|giorn[oi])|天|日|d")
    + "t?"
    + _part("(?i:hours?|hrs?|Stunden?|Std|heures?|horas?|or[ae])|小时|时|h")
    + r"(?:(?<=h)(\d\d)|"
    + _part("(?i:minut(?:es?|en?|os?|i)|mins?)|分钟|分|m")
    + _part("(?i:seconds?|secs?|Sekunden?|Sek|secondes?|segundos?|second[oi])|秒|s")
    + r"(?:(\d{1,2}):([0-5]\d):([0-5]\d(?:[.,]\d+)?))?)|(\d{1,3}):([0-5]\d[.,]\d+)"
)
"""A regular expression for how long something lasted, in small letters as ISO 8601 writes it, else as people do."""

_OF_GROUPS = "wdhmmshmsms"
_SECONDS = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}
GROUP_SECONDS = tuple(_SECONDS[unit] for unit in _OF_GROUPS)
"""How many seconds each group of `DURATION` counts."""

TIME_PARTS = {"hours": 3600, "minutes": 60, "seconds": 1, "days": 86400}
"""What number a time can become: how many seconds each of them has."""

_ALONE = {"s": "seconds", "m": "minutes", "d": "days", "w": "days"}
_METRES = re.compile(r"[\d.,]+ ?[mdw]")  # or watts: a single letter tells of time only beside others


def seconds_in(texts: Sequence[str]) -> list[float] | None:
    """The seconds that stand in all of the texts, as times of day such as 13:45 or lasting 1h 5m; None where not."""
    found = []
    for text in texts:
        seconds = _seconds(text)
        if seconds is None:
            return None
        found.append(seconds)
    return found if found and not _are_lengths(texts) else None


def usual_unit(texts: Sequence[str]) -> str:
    """The one of `TIME_PARTS` in which people count such times: that in which all are written, else by their size."""
    if any(re.fullmatch(CLOCK, text) for text in texts):
        return "hours"
    units = {unit for text in texts for unit in _units(text)}
    if len(units) == 1:
        return _ALONE.get(units.pop(), "hours")
    return "hours" if max(seconds_in(texts) or [0.0]) >= TIME_PARTS["hours"] else "minutes"


def _seconds(text: str) -> float | None:
    match = re.fullmatch(CLOCK, text)
    if match is None:
        return _lasting(text)
    hour, seconds, half = int(match[1]), float((match[3] or "0").replace(",", ".")), match[4]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half.lower() == "p") if half else hour
    return hour * 3600 + int(match[2]) * 60 + seconds


def _lasting(text: str) -> float | None:
    parts = _parts(text)
    pairs = zip(parts, GROUP_SECONDS, strict=True)
    return sum(float(part.replace(",", ".")) * each for part, each in pairs if part) if any(parts) else None


def _parts(text: str) -> tuple[str | None, ...]:
    match = re.fullmatch(DURATION, text.lower() if text.startswith("P") else text)
    return match.groups() if match is not None else (None,) * len(GROUP_SECONDS)


def _units(text: str) -> set[str]:
    """The letters of the units in a text that says how long something lasted."""
    return set(compress(_OF_GROUPS, _parts(text)))


def _are_lengths(texts: Sequence[str]) -> bool:
    """Whether all may be metres, watts or the like: a number and always the same single letter."""
    return all(map(_METRES.fullmatch, texts)) and len({text[-1] for text in texts}) == 1
