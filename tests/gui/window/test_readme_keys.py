"""The README's table of keys says what the declarations say of which the program makes its keys and Help ▸ Keyboard."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from gui.window.keyboard.view_keys import VIEW_KEYS
from tests.helpers.user import User

README = Path(__file__).resolve().parents[3] / "README.md"
SPELT = {"−": "-", "Page Down": "PgDown", "Page Up": "PgUp", "→": "Right", "←": "Left", "↑": "Up", "↓": "Down"}


def rows() -> list[tuple[str, str]]:
    """Keys and what they do, one row of the table each."""
    table = README.read_text(encoding="utf-8").split("## Keyboard")[1].split("\n\n")[1]
    cells = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [(keys, text) for keys, text in cells]


def portable(key: str) -> str:
    for shown, name in SPELT.items():
        key = key.replace(shown, name)
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def commands(user: User) -> dict[str, str]:
    """The window's keys, with the commands' titles as the menus have them."""
    return {
        keys.toString(QKeySequence.SequenceFormat.PortableText): re.sub(r"&|…$", "", spec.text)
        for spec in user.window.actions_by_name.specs
        for keys in user.action(spec.name).shortcuts()
    }


def keys_of_views() -> set[tuple[tuple[str, ...], str]]:
    """The keys of single views, with the view and what they do there."""
    return {
        (tuple(portable(key) for key in row.keys.split()), f"{group.title}: {row.hint}")
        for group in VIEW_KEYS
        for row in group.rows
    }


def test_every_row_says_what_the_declarations_say(user: User) -> None:
    said, of_views, titles = commands(user), keys_of_views(), tuple(f"{group.title}: " for group in VIEW_KEYS)
    assert len(rows()) > 15
    for keys, text in rows():
        if text.startswith(titles):
            assert (tuple(portable(key) for key in keys.split(" ")), text) in of_views
        else:
            assert [said.get(portable(key)) for key in keys.split(" · ")] == text.split(" · "), keys


def test_what_training_shows_most_is_in_the_table(user: User) -> None:
    shown = {portable(key) for keys, _ in rows() for key in keys.split(" · ")}
    names = ("train", "step_epoch", "step_sample", "reset", "undo", "redo", "open", "save", "presentation")
    wanted = {portable(user.action(name).shortcuts()[0].toString()) for name in names}
    assert wanted - shown == set()
