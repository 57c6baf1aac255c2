"""The one exception that the engine raises on purpose."""


class EngineError(ValueError):
    """Something cannot work as asked; the text is a full sentence that says what to change."""
