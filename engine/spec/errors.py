"""This module defines the engine's one exception and the texts of its messages."""

from __future__ import annotations

from engine.spec.plural import filled


class Text:
    """A text is an English sentence, or a part of one, kept apart from its values so that a window can translate it.

    `str()` gives the English text. Among the values there may be further texts.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return filled(self.template, **self.values) if self.values else self.template


class EngineError(ValueError):
    """The engine raises this when something cannot work as asked; its text says what to change.

    A `template` with `values` in its braces can be shown in other languages; one without values stands as it is.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.text = Text(template, **values)
        super().__init__(str(self.text))

    @classmethod
    def saying(cls, text: Text) -> EngineError:
        """One that says a sentence which stands elsewhere as well."""
        return cls(text.template, **text.values)


class Shown:
    """A value as a sentence shows it: what it looks like in Python, cut where that is long."""

    def __init__(self, value: object, limit: int = 60) -> None:
        try:
            self._text = brief(repr(value), limit)
        except Exception:  # whatever the value of a stranger raises
            self._text = f"a {type(value).__name__}"

    def __repr__(self) -> str:
        return self._text


def brief(problem: object, limit: int = 300) -> str:
    """What a library says, cut where it repeats too much of a file."""
    text = str(problem)
    return text if len(text) <= limit else f"{text[: limit // 2]} … {text[-limit // 2 :]}"
