"""Every command of the window: its fixed name, text, hint, keys and icon; one module a menu.

May import `toolkit`.
"""

from __future__ import annotations

from gui.toolkit.services.actions import ActionSpec
from gui.window.action_specs.file import FILE
from gui.window.action_specs.help import HELP
from gui.window.action_specs.view import VIEW

__all__ = ["ACTIONS", "ActionSpec"]

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE, *VIEW, *HELP,
)  # fmt: skip
