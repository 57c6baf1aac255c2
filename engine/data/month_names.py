"""This module knows what the months and the days of the week are called in some languages, also shortened."""

from __future__ import annotations

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHERS = (  # German, French, Spanish, Italian, Portuguese and Dutch; what begins as in English is not needed
    "jän jänner gen genn gennaio ene enero",
    "fév févr février fev fevr fevrier fevereiro",
    "mär märz mrz maerz março maart mrt",
    "avr avril abr abril",
    "mai mayo mag magg maggio maio mei",
    "juin giu giugno",
    "juil juillet lug luglio",
    "août aout ago agosto",
    "set sett settembre setembro setiembre",
    "okt oktober ott ottobre out outubro",
    "",
    "dez dezember dezembro déc décembre dic dicembre diciembre",
)
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
    "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab",
)

MONTHS: dict[str, int] = {
    name: number
    for number, (english, others) in enumerate(zip(_ENGLISH, _OTHERS, strict=True), 1)
    for name in (english, *others.split())
}
"""The number of each month, by its name in small letters or, in English, by the first three of them."""

WORDS_AS_WELL = frozenset(("set", "out", "ago", "gen", "mag"))
"""Short names of months in other languages that are English words: alone they tell of no date."""

_LONGER = sorted(set(MONTHS) - set(_ENGLISH), key=len, reverse=True)
MONTH = rf"((?:{'|'.join(_ENGLISH)})[a-z]*|{'|'.join(_LONGER)})\.?"
"""A regular expression for the name of a month, in a group of its own."""

_DAYS = "|".join(" ".join(_WEEKDAYS).split())
WEEKDAY = rf"(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|{_DAYS})\.?,? (?:(?:the|den|le|el) )?)?"
"""A regular expression for the day of the week that may stand before a date."""


def month_called(name: str) -> int:
    """The number of the month of that name, which `MONTH` found."""
    word = name.lower()
    return MONTHS.get(word) or MONTHS[word[:3]]
