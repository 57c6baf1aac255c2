"""What a widget wears: words that the window's one style sheet has rules for, in place of style sheets of its own.

All words of a widget stand in one property, `look`, as "caption letters letters-small": Qt asks each widget once for
each property that a rule names, and looks through all that the widget's class declares. Rules about what stands *in*
a widget name its class, else Qt would ask all that stand around each widget.

| word | its values |
|---|---|
| `tone` | "text", "muted", "accent", "warning", "right", "wrong": a label's colour |
| `letters` | "small", "strong", "title", "result", "display", "formula": size and weight of the letters |
| `across` | 3, 2, 1: less room beside the text of a button above a plot |
| `rim` | "", "right", "wrong": the frame of a field over the canvas or a table |
| `segment` | "first", "middle", "last", "list": a button of several side by side |
| `over` | "plot": a text over a picture |
| `caption`, `heading`, `figure` | True: a label of a field, of a part, a live number |
| `primary`, `chip`, `compact`, `step` | True: the button to press, one of several, an icon alone, an arrow of a field |
| `slim`, `warning` | True: a bar as low as its buttons, a message that warns |

A style sheet of its own would cost each such widget, and all in it, a second visit at every change of the theme.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

_LOOK = "look"


def take_look(widget: QWidget, source: QWidget) -> None:
    """Let `widget`, which is no part of what `source` stands in, look as if it were."""
    widget.setStyleSheet(worn_sheet(source))


def worn_sheet(widget: QWidget) -> str:
    """The style sheet that `widget` stands under; "" without one."""
    worn_by: QWidget | None = widget
    while worn_by is not None and not worn_by.styleSheet():
        worn_by = worn_by.parentWidget()
    return "" if worn_by is None else worn_by.styleSheet()


def wear(widget: QWidget, **words: object) -> None:
    """Let `widget`, and what is in it, look as `words` say from now on; None and False take a word off."""
    if put_on(widget, **words):
        dress_anew(widget)


def put_on(widget: QWidget, **words: object) -> bool:
    """As `wear`, but seen only with the next style sheet; whether anything was changed."""
    before = _worn(widget)
    kept = {word for word in before if word.partition("-")[0] not in words}
    now = kept.union(*(_spelt(name, word) for name, word in words.items()))
    if now != before:
        widget.setProperty(_LOOK, " ".join(sorted(now)))
    return now != before


def wears(widget: QWidget, name: str, word: object = True) -> bool:
    """Whether `widget` looks so."""
    return _spelt(name, word) <= _worn(widget)


def _worn(widget: QWidget) -> set[str]:
    return set(str(widget.property(_LOOK) or "").split())


def _spelt(name: str, word: object) -> set[str]:
    if word is None or word is False:
        return set()
    return {name} if word is True or word == "" else {name, f"{name}-{word}"}


def dress_anew(widget: QWidget) -> None:
    """Let `widget`, and what is in it, look as the style sheet over it says by now."""
    for part in (widget, *widget.findChildren(QWidget)):
        if part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            part.style().unpolish(part)
            part.style().polish(part)
            QCoreApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))  # a tool bar asks for its margins then
