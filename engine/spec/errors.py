"""The one exception that the engine raises on purpose, and the texts that it speaks in."""

from __future__ import annotations


class Text:
    """An English sentence or a part of one, kept apart from the values in it, so that a window can translate it.

    `str()` gives the English text. Among the values there may be further texts.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


class EngineError(ValueError):
    """Something cannot work as asked; the text is a full sentence that says what to change.

    A `template` with `values` in its braces can be shown in other languages; one without values stands as it is.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.text = Text(template, **values)
        super().__init__(str(self.text))


def brief(problem: object, limit: int = 300) -> str:
    """What a library says, cut where it repeats too much of a file."""
    text = str(problem)
    return text if len(text) <= limit else f"{text[: limit // 2]} … {text[-limit // 2 :]}"
