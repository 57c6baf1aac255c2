"""The texts that the engine speaks in, for the translators: the engine knows no Qt, so Qt's tool cannot find them.

Every first argument of `EngineError("…")` and `Text("…")` in `engine/`, see errors.py and error_text.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CONTEXT = "EngineErrors"
SPEAKERS = ("EngineError", "Text")


def engine_texts(engine: Path) -> list[str]:
    """The texts in the sources below the folder `engine`, each once, in the order in which they stand there."""
    found = [call.args[0] for path in sorted(engine.rglob("*.py")) for call in speaking_calls(path) if call.args]
    return list(
        dict.fromkeys(text.value for text in found if isinstance(text, ast.Constant) and isinstance(text.value, str))
    )


def speaking_calls(path: Path) -> Iterator[ast.Call]:
    """The calls in the Python file `path` that make a text of the engine."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS:
            yield node


def as_source(texts: list[str]) -> str:
    """A Python module from which Qt's tool collects `texts`."""
    return "".join(f"QT_TRANSLATE_NOOP({_quoted(CONTEXT)}, {_quoted(text)})\n" for text in texts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
