"""The commands of Data ▸ Paint and Data ▸ Selected samples; their keys count while the region plot has the focus."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import spec

TOOLS = (
    spec(
        "tool_point",
        QT_TRANSLATE_NOOP("Actions", "&Point"),
        QT_TRANSLATE_NOOP(
            "Actions", "In the region: click to add a sample, drag one to move it, right-click it for more"
        ),
        "P",
        icon="tool_point",
        group="tool",
    ),
    spec(
        "tool_brush",
        QT_TRANSLATE_NOOP("Actions", "&Brush"),
        QT_TRANSLATE_NOOP("Actions", "In the region: drag to lay down samples of the chosen class"),
        "B",
        icon="tool_brush",
        group="tool",
    ),
    spec(
        "tool_spray",
        QT_TRANSLATE_NOOP("Actions", "&Spray"),
        QT_TRANSLATE_NOOP("Actions", "In the region: hold the button down to keep adding samples of the chosen class"),
        "S",
        icon="tool_spray",
        group="tool",
    ),
    spec(
        "tool_eraser",
        QT_TRANSLATE_NOOP("Actions", "&Eraser"),
        QT_TRANSLATE_NOOP("Actions", "In the region: drag to remove the samples under the circle"),
        "E",
        icon="tool_eraser",
        group="tool",
    ),
    spec(
        "tool_lasso",
        QT_TRANSLATE_NOOP("Actions", "&Lasso"),
        QT_TRANSLATE_NOOP(
            "Actions", "In the region: draw a line around samples to select them, drag inside to move them"
        ),
        "A",
        icon="tool_lasso",
        group="tool",
    ),
)

SELECTED = (
    spec(
        "samples_select_all",
        QT_TRANSLATE_NOOP("Actions", "Select &all"),
        QT_TRANSLATE_NOOP("Actions", "In the region: select every sample"),
        "Shift+A",
        icon="select_all",
    ),
    spec(
        "samples_invert",
        QT_TRANSLATE_NOOP("Actions", "&Invert"),
        QT_TRANSLATE_NOOP("Actions", "In the region: select the samples that are not selected, and no others"),
        "I",
        icon="invert",
    ),
    spec(
        "samples_select_none",
        QT_TRANSLATE_NOOP("Actions", "Select &none"),
        QT_TRANSLATE_NOOP("Actions", "In the region: let go of the selected samples"),
        icon="select_none",
    ),
    spec(
        "samples_jitter",
        QT_TRANSLATE_NOOP("Actions", "&Jitter"),
        QT_TRANSLATE_NOOP("Actions", "In the region: move the selected samples, or all, a little at random"),
        "J",
        icon="jitter",
    ),
    spec(
        "samples_thin_out",
        QT_TRANSLATE_NOOP("Actions", "&Thin out"),
        QT_TRANSLATE_NOOP("Actions", "In the region: keep half of the selected samples, or of all, in every class"),
        "T",
        icon="thin_out",
    ),
    spec(
        "samples_remove",
        QT_TRANSLATE_NOOP("Actions", "&Remove"),
        QT_TRANSLATE_NOOP("Actions", "In the region: remove the selected samples"),
        icon="clear",
    ),
)
