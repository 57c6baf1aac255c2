"""What exported scripts read dates and times with; `engine/export/table_reading.py` puts it into them."""
# ruff: noqa: F821 – CLOCK, DURATION, GROUP_SECONDS and MONTHS stand below it in every script.

import datetime
import re

# What follows reads dates and times.


def time_in(cell, unit):
    """A time of day such as 13:45, or what lasted 1:02:03 or 1h 5m, in units of so many seconds; None for no time."""
    found = re.fullmatch(CLOCK, cell)
    if found is None:
        found = re.fullmatch(DURATION, cell.lower() if cell.startswith("P") else cell)
        parts = found.groups() if found else ()
        pairs = zip(parts, GROUP_SECONDS, strict=True)
        return sum(float(part.replace(",", ".")) * each for part, each in pairs if part) / unit if any(parts) else None
    hour, seconds, half = int(found[1]), float((found[3] or "0").replace(",", ".")), found[4]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half.lower() == "p") if half else hour
    return (hour * 3600 + int(found[2]) * 60 + seconds) / unit


def date_in(cell, part, pattern, order):
    """A part of a date, or the days since 1970; order: which groups are year, month and day. None for what is none."""
    found = re.fullmatch(pattern, cell, re.IGNORECASE)
    if found is None:
        return None
    year, month, day = (found[place] if place else "1" for place in order)
    month = MONTHS.get(month.lower()) or MONTHS.get(month[:3].lower()) or int(month)
    century = 0 if len(year) > 2 else 1900 if int(year) >= 50 else 2000
    hour = int(found[4] or 0) % 12 + 12 * (found[7].lower() == "pm") if found[7] else int(found[4] or 0)
    try:
        date = datetime.datetime(int(year) + century, month, int(day), hour, int(found[5] or 0), int(found[6] or 0))
    except ValueError:
        return None
    if part == "days":
        return (date - datetime.datetime(1970, 1, 1)).total_seconds() / 86400
    if part == "hour":
        return date.hour + date.minute / 60 + date.second / 3600
    return float(date.isoweekday() if part == "weekday" else getattr(date, part))
