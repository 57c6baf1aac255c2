"""This module declares the keys of single views: where they count and what they do there.

The page Help ▸ Keyboard lists them below those of the commands, which `ActionSpec` declares.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ViewKey:
    """Keys in the form of `QKeySequence`, blanks between them, and what they do (English source, context "Keys")."""

    keys: str
    hint: object


@dataclass(frozen=True)
class ViewKeys:
    """The keys of one kind of view. views: the names of the widgets that take them; none for mouse and window keys."""

    title: object
    views: tuple[str, ...]
    rows: tuple[ViewKey, ...]


VIEW_KEYS = (
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In presentation mode, or with one card alone"),
        ("main_window",),
        (
            ViewKey("1 2 3", QT_TRANSLATE_NOOP("Keys", "Network, region or error curve alone")),
            ViewKey("4 5 6 7 8 9", QT_TRANSLATE_NOOP("Keys", "The tables alone, in the order of their tabs")),
            ViewKey("Esc", QT_TRANSLATE_NOOP("Keys", "All cards again")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In presentation mode"),
        ("main_window",),
        (
            ViewKey("D L B", QT_TRANSLATE_NOOP("Keys", "Pen, spotlight, black screen")),
            ViewKey("Esc", QT_TRANSLATE_NOOP("Keys", "Clear the ink, put pen and spotlight away")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the network"),
        ("diagram_view",),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Walk from neuron to neuron and layer to layer")),
            ViewKey("Shift+Up Shift+Down", QT_TRANSLATE_NOOP("Keys", "Walk through a neuron's bias and weights")),
            ViewKey(
                "Ctrl+Shift+Left Ctrl+Shift+Right Ctrl+Shift+Up Ctrl+Shift+Down",
                QT_TRANSLATE_NOOP("Keys", "Select the next one as well"),
            ),
            ViewKey("Ctrl+A", QT_TRANSLATE_NOOP("Keys", "Select everything of the selected kind")),
            ViewKey("+ -", QT_TRANSLATE_NOOP("Keys", "One unit more or fewer in the selected layer")),
            ViewKey("Ins A", QT_TRANSLATE_NOOP("Keys", "Add a hidden layer")),
            ViewKey(
                "Del Backspace",
                QT_TRANSLATE_NOOP("Keys", "Remove the selected neurons or layers, cut the selected connections"),
            ),
            ViewKey("Return F2", QT_TRANSLATE_NOOP("Keys", "Type the selected value: Enter takes it, Esc leaves it")),
            ViewKey("Alt+Up Alt+Down", QT_TRANSLATE_NOOP("Keys", "Raise or lower the selected weight; Shift: finely")),
            ViewKey("Alt+Left Alt+Right", QT_TRANSLATE_NOOP("Keys", "Move the selected layer")),
            ViewKey("Ctrl+X Ctrl+C Ctrl+V", QT_TRANSLATE_NOOP("Keys", "Cut, copy and paste layers")),
            ViewKey("Ctrl+D", QT_TRANSLATE_NOOP("Keys", "Duplicate the selected layers")),
            ViewKey("Esc", QT_TRANSLATE_NOOP("Keys", "End a drag, then the selection")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the decision region"),
        ("region_canvas",),
        (
            ViewKey(
                "1 2 3 4 5 6 7 8 9 0",
                QT_TRANSLATE_NOOP("Keys", "The class to paint, or that of the selected samples"),
            ),
            ViewKey(
                "Del Backspace", QT_TRANSLATE_NOOP("Keys", "Remove the selected samples, or the one under the mouse")
            ),
            ViewKey("P B S E A", QT_TRANSLATE_NOOP("Keys", "Take point, brush, spray, eraser or lasso")),
            ViewKey("[ ]", QT_TRANSLATE_NOOP("Keys", "A narrower or wider tool, or RBF unit")),
            ViewKey("Shift+A I", QT_TRANSLATE_NOOP("Keys", "Select all samples; invert the selection")),
            ViewKey("J T", QT_TRANSLATE_NOOP("Keys", "Jitter the selected samples, or all; thin them out")),
            ViewKey("+ - Home", QT_TRANSLATE_NOOP("Keys", "Zoom in and out; show everything again")),
            ViewKey(
                "Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Move the boundary line or the RBF unit that is chosen")
            ),
            ViewKey("Shift+Left Shift+Right Shift+Up Shift+Down", QT_TRANSLATE_NOOP("Keys", "Turn the boundary line")),
            ViewKey("L F C", QT_TRANSLATE_NOOP("Keys", "The next line; flip it; bring it to the middle")),
            ViewKey("C", QT_TRANSLATE_NOOP("Keys", "The next RBF unit")),
            ViewKey(
                "Esc",
                QT_TRANSLATE_NOOP(
                    "Keys",
                    "Take a stroke back, let go of the selection, take the point, let go of the line",
                ),
            ),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In a plane in space"),
        ("space_view", "error_surface_space"),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Turn it, once Tab has led to it")),
            ViewKey("+ - Home", QT_TRANSLATE_NOOP("Keys", "Zoom in and out; look from where it began")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the error curve"),
        ("error_canvas",),
        (ViewKey("Home", QT_TRANSLATE_NOOP("Keys", "Show the whole curve")),),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the sample table"),
        ("sample_table",),
        (
            ViewKey("Return F2", QT_TRANSLATE_NOOP("Keys", "Type the cell: Enter takes it, Tab goes on, Esc gives up")),
            ViewKey("Alt+Up Alt+Down", QT_TRANSLATE_NOOP("Keys", "Give a target the class before or the next class")),
            ViewKey("Ins Del", QT_TRANSLATE_NOOP("Keys", "Add a sample; remove the selected ones")),
            ViewKey("Ctrl+A Ctrl+C Ctrl+V", QT_TRANSLATE_NOOP("Keys", "Select all, copy and paste")),
            ViewKey("Ctrl+Shift+C", QT_TRANSLATE_NOOP("Keys", "Copy under headings")),
            ViewKey("Menu", QT_TRANSLATE_NOOP("Keys", "Everything else")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In pictures of data sets, truth table and lists"),
        ("dataset_gallery", "truth_table"),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Walk")),
            ViewKey("Return", QT_TRANSLATE_NOOP("Keys", "Take the data set; change the output")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the tabs"),
        ("table_tabs",),
        (ViewKey("Up Down", QT_TRANSLATE_NOOP("Keys", "The tab before and the next one, once Tab has led to them")),),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "On a border between cards, once Tab has led to it"),
        ("splitter_handle",),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Move it; with Shift, finely")),
            ViewKey("Home End", QT_TRANSLATE_NOOP("Keys", "Move it as far as it goes")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In tables of results"),
        ("step_table", "matrix_table", "milestone_table", "ledger_table"),
        (ViewKey("Ctrl+C", QT_TRANSLATE_NOOP("Keys", "Copy what is selected, or everything, with every digit")),),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the formula on Look inside, once Tab has led to it"),
        ("formula_view",),
        (
            ViewKey("Left Right", QT_TRANSLATE_NOOP("Keys", "The number before and the next one")),
            ViewKey("Return", QT_TRANSLATE_NOOP("Keys", "Go to where the number comes from")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "Among kept runs"),
        ("runs_table",),
        (ViewKey("F2 Del", QT_TRANSLATE_NOOP("Keys", "Another name; delete the run")),),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "On the page Compare"),
        ("comparison_page",),
        (
            ViewKey("Space", QT_TRANSLATE_NOOP("Keys", "Let the contenders race, or pause")),
            ViewKey("Right Home", QT_TRANSLATE_NOOP("Keys", "One pass for every contender; back to their start")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the map of the error surface"),
        ("error_surface_map",),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Walk over the map")),
            ViewKey("M", QT_TRANSLATE_NOOP("Keys", "The next minimum or saddle")),
            ViewKey("Return", QT_TRANSLATE_NOOP("Keys", "Start from there")),
            ViewKey("+ - Home", QT_TRANSLATE_NOOP("Keys", "Zoom in and out; show the whole run again")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "In the map of the contenders' paths"),
        ("comparison_map",),
        (
            ViewKey("Left Right Up Down", QT_TRANSLATE_NOOP("Keys", "Walk over the map")),
            ViewKey("M", QT_TRANSLATE_NOOP("Keys", "The next minimum or saddle")),
            ViewKey("+ - Home", QT_TRANSLATE_NOOP("Keys", "Zoom in and out; show all paths again")),
        ),
    ),
    ViewKeys(
        QT_TRANSLATE_NOOP("Keys", "On the page of the computation graph"),
        ("graph_canvas",),
        (
            ViewKey("Space Right Left", QT_TRANSLATE_NOOP("Keys", "One node further, one back")),
            ViewKey("End Home", QT_TRANSLATE_NOOP("Keys", "All steps; none")),
            ViewKey("+ - 0", QT_TRANSLATE_NOOP("Keys", "Zoom in and out; the whole graph")),
        ),
    ),
)
