"""The one style sheet of the window: what the palette cannot say, such as hairlines and rounded controls.

Widgets ask for a rule by their class, by their name or by what they wear, see `gui.toolkit.look`. Where two rules are
as special as each other, the later one counts.
"""

from __future__ import annotations

from gui.toolkit.icons import FOLDER as ICONS
from gui.toolkit.theme import BUTTON_HEIGHT, Theme


def style_sheet(theme: Theme) -> str:
    """All rules at the theme's colours and scale."""
    parts = (
        _frames,
        _tabs,
        _menus,
        _tool_buttons,
        _segments,
        _push_buttons,
        _check_boxes,
        _sliders,
        _scroll_bars,
        _tables,
        _labels,
        _labels_over_views,
        _entries,
        _table_buttons,
        _plot_buttons,
    )
    return "".join(part(theme) for part in parts)


def _frames(theme: Theme) -> str:
    px = theme.px
    return f"""
    QMainWindow, QDialog {{ background: {theme.window}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    DecisionList > QWidget {{ background: {theme.window}; }}
    QToolTip {{ background: {theme.panel}; color: {theme.text}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QToolBar {{ background: {theme.window}; border: none; spacing: {px(4)}px; padding: {px(2)}px {px(8)}px; }}
    QToolBar[look~="slim"] {{ padding: {px(3)}px; }}
    QToolBar#timeline_bar {{ padding: {px(4)}px 0 0 0; }}
    QToolBar#timeline_bar QToolButton {{ min-width: {px(20)}px; }}
    QToolBar#timeline_bar QToolButton:checked {{ border-color: {theme.accent}; }}
    QToolBar#timeline_bar QToolButton::menu-indicator {{ image: none; }}
    QStatusBar {{ background: {theme.window}; color: {theme.muted}; }}
    QStatusBar::item {{ border: none; }}
    QFrame#message_bar, QFrame#tour_bubble {{
        background: {theme.panel}; border: 1px solid {theme.accent}; border-radius: 6px; }}
    QFrame#message_bar QToolButton, QFrame#message_bar QPushButton {{ padding: 0 {px(8)}px;
        min-height: {px(22)}px; max-height: {px(22)}px; }}
    QFrame#message_bar[look~="warning"] {{ border-color: {theme.warning}; }}
    """


def _tabs(theme: Theme) -> str:
    px = theme.px
    return f"""
    QTabBar::tab {{ background: transparent; color: {theme.muted}; border: none; font-weight: 600;
        border-bottom: 2px solid transparent; padding: {px(3)}px {px(8)}px; min-height: {px(20)}px; }}
    QTabBar QToolButton {{ padding: 0; border: none; background: {theme.panel}; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::scroller {{ width: 0px; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    QToolButton#table_list {{ border: none; color: {theme.muted}; min-width: {px(24)}px;
        min-height: {_inside(theme, px(2), 0)}px; max-height: {_inside(theme, px(2), 0)}px; }}
    QToolButton#table_list:hover, QToolButton#table_list:focus {{ color: {theme.accent}; }}
    QToolButton#table_list::menu-indicator {{ image: none; }}
    """


def _menus(theme: Theme) -> str:
    px = theme.px
    return f"""
    QMenuBar {{ background: {theme.window}; }}
    QMenuBar::item {{ padding: {px(4)}px {px(8)}px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {theme.hairline}; }}
    QMenu {{ background: {theme.panel}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QMenu::item {{ padding: {px(4)}px {px(24)}px {px(4)}px {px(24)}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.accent}; color: {theme.accent_text}; }}
    QMenu::item:disabled {{ color: {theme.muted}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {theme.hairline}; margin: 4px 8px; }}
    """


def _inside(theme: Theme, upright: int, frame: int) -> int:
    """How high the inside of a button is which has so much padding and frame: all are of one height in every script."""
    return theme.px(BUTTON_HEIGHT) - 2 * (upright + frame)


def _tool_buttons(theme: Theme) -> str:
    px = theme.px
    upright = px(2)
    inner, square = _inside(theme, upright, 1), _inside(theme, 0, 1)
    return f"""
    QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: {upright}px {px(8)}px;
        min-height: {inner}px; max-height: {inner}px; }}
    QToolButton[look~="step"] {{ padding: 0; border: none; min-height: 0; max-height: {px(BUTTON_HEIGHT)}px;
        color: {theme.muted}; font-weight: 600; }}
    QToolButton[look~="step"]:hover:enabled {{ color: {theme.text}; }}
    QWidget#data_panel QToolButton {{ padding: {upright}px {px(5)}px; }}
    QToolButton#function_examples::menu-indicator {{ image: none; }}
    QToolButton#comparison_counterexample_button, QToolButton#comparison_open_button,
    QToolButton#comparison_keep_button, QToolButton#comparison_choices {{ border-color: {theme.hairline}; }}
    QToolButton:hover {{ background: {theme.hairline}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton:disabled {{ color: {theme.muted}; }}
    QToolButton[look~="chip"] {{ border-color: {theme.hairline}; padding: {upright}px {px(5)}px; }}
    QToolButton[look~="chip"]:checked {{ background: {theme.hairline}; font-weight: 600; }}
    QToolButton[look~="chip"]:focus {{ border-color: {theme.accent}; }}
    QToolButton[look~="primary"] {{
        background: {theme.accent}; color: {theme.accent_text}; font-weight: 600; padding: {upright}px {px(14)}px; }}
    QToolButton[look~="primary"]:focus {{ border-color: {theme.text}; }}
    QToolButton[look~="heading"] {{ color: {theme.muted}; font-weight: 600; background: transparent;
        padding: {upright}px {px(4)}px {upright}px 0; }}
    QToolButton[look~="heading"]:hover {{ color: {theme.text}; }}
    QToolButton[look~="compact"] {{ padding: 0; min-width: {square}px; max-width: {square}px;
        min-height: {square}px; max-height: {square}px; }}
    QToolButton[look~="compact"]::menu-indicator {{ image: none; }}
    """


def _segments(theme: Theme) -> str:
    """Buttons side by side of which one is chosen, as one control."""
    px = theme.px
    return f"""
    QToolButton[look~="segment"] {{ background: {theme.panel}; color: {theme.muted}; border: 1px solid {theme.hairline};
        border-radius: 0; border-left-width: 0; padding: {px(2)}px {px(9)}px;
        min-height: {_inside(theme, px(2), 1)}px; }}
    QToolButton[look~="segment-first"] {{ border-left-width: 1px; border-top-left-radius: 5px;
        border-bottom-left-radius: 5px; }}
    QToolButton[look~="segment-last"] {{ border-top-right-radius: 5px; border-bottom-right-radius: 5px; }}
    QToolButton[look~="segment-list"] {{ border-left-width: 1px; border-radius: 5px; color: {theme.text}; }}
    QToolButton[look~="segment-list"]::menu-indicator {{ image: none; }}
    QToolButton[look~="segment"]:hover {{ color: {theme.text}; }}
    QToolButton[look~="segment"]:checked {{ background: {theme.hairline}; color: {theme.text}; font-weight: 600; }}
    QToolButton[look~="segment"]:focus {{ border: 1px solid {theme.accent}; }}
    """


def _push_buttons(theme: Theme) -> str:
    px = theme.px
    return f"""
    QPushButton {{ background: {theme.panel}; border: 1px solid {theme.hairline}; border-radius: 5px;
        padding: {px(2)}px {px(12)}px; min-height: {_inside(theme, px(2), 1)}px;
        max-height: {_inside(theme, px(2), 1)}px; }}
    QPushButton:hover {{ background: {theme.grid}; }}
    QPushButton:disabled {{ color: {theme.muted}; }}
    QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton[look~="primary"] {{ background: {theme.accent}; color: {theme.accent_text}; font-weight: 600;
        border-color: {theme.accent}; }}
    QPushButton[look~="primary"]:disabled {{ background: {theme.hairline}; color: {theme.muted};
        border-color: {theme.hairline}; }}
    QPushButton[look~="primary"]:focus {{ border-color: {theme.text}; }}
    """


def _check_boxes(theme: Theme) -> str:
    """Radio buttons, too: without a rule their rings are dark on the dark theme."""
    px = theme.px
    check = (ICONS / f"check_{'dark' if theme.dark else 'light'}.svg").as_posix()
    return f"""
    QListWidget#shape_features {{ border: 1px solid {theme.hairline}; border-radius: 4px; background: {theme.panel}; }}
    QListWidget#shape_features::item {{ border-radius: 4px; border: 1px solid transparent; }}
    QListWidget#shape_features::item:selected {{ color: {theme.text}; border-color: {theme.accent};
        background: {theme.panel}; }}
    QListWidget#shape_features::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {theme.muted};
        border-radius: 3px; }}
    QListWidget#shape_features::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent};
        image: url({check}); }}
    QCheckBox::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {theme.muted};
        border-radius: 3px; background: {theme.panel}; }}
    QCheckBox::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; image: url({check}); }}
    QCheckBox::indicator:disabled {{ border-color: {theme.hairline}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QRadioButton::indicator {{ width: {px(14)}px; height: {px(14)}px; border: 1px solid {theme.muted};
        border-radius: {(px(14) + 2) // 2}px; background: {theme.panel}; }}
    QRadioButton::indicator:checked {{ width: {px(14) - 2 * px(4) + 2}px; height: {px(14) - 2 * px(4) + 2}px;
        border: {px(4)}px solid {theme.accent}; }}
    QRadioButton::indicator:focus {{ border-color: {theme.accent}; }}
    """


def _sliders(theme: Theme) -> str:
    px = theme.px
    return f"""
    QSlider:horizontal {{ min-height: {px(24)}px; }}
    QSlider::groove:horizontal {{ height: {px(4)}px; background: {theme.hairline}; border-radius: {px(2)}px; }}
    QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: {px(2)}px; }}
    QSlider::handle:horizontal {{ width: {px(14)}px; margin: -{px(5)}px 0; border-radius: {px(7)}px;
        background: {theme.accent}; border: 2px solid {theme.panel}; }}
    QSlider::handle:horizontal:hover {{ border-color: {theme.accent_text}; }}
    QSlider::handle:horizontal:focus {{ border-color: {theme.text}; }}
    """


def _scroll_bars(theme: Theme) -> str:
    """A thin bar without arrows, which in a list of one row would be all there is."""
    thick, thin = theme.px(10), theme.px(3)
    return f"""
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {thick}px; }}
    QScrollBar:horizontal {{ height: {thick}px; }}
    QScrollBar::handle {{ background: {theme.hairline}; border-radius: {theme.px(2)}px; }}
    QScrollBar::handle:vertical {{ min-height: {theme.px(24)}px; margin: 0 {thin}px; }}
    QScrollBar::handle:horizontal {{ min-width: {theme.px(24)}px; margin: {thin}px 0; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _tables(theme: Theme) -> str:
    px = theme.px
    return f"""
    QHeaderView::section {{
        background: {theme.panel}; color: {theme.muted}; border: none;
        border-bottom: 1px solid {theme.hairline}; padding: {px(3)}px {px(6)}px; }}
    QTableView, QListView {{ background: {theme.panel}; border: none; gridline-color: {theme.grid}; }}
    PlainTable {{ selection-color: {theme.text}; selection-background-color: {_tint(theme.accent)}; }}
    PlainTable QHeaderView, PlainTable QTableCornerButton::section {{
        background: {theme.panel}; border: none; }}
    QTableView#evaluation_table QHeaderView::section {{ font-size: {theme.letters(12)}px;
        padding: {px(2)}px {px(3)}px; }}
    QTableView#how_often_places QHeaderView::section {{ padding: {px(3)}px; }}
    QListWidget#matrix_list::item {{ min-height: {px(22)}px; padding-left: {px(4)}px; }}
    QListView#sample_choices::item {{ min-height: {px(24)}px; padding: 0 {px(6)}px; }}
    """


def _labels(theme: Theme) -> str:
    """In lessons in points: without them Qt leaves no room between the paragraphs of a Markdown text."""
    px = theme.px
    tones = ("text", "muted", "accent", "warning", "right", "wrong")
    return f"""
    QLabel[look~="heading"] {{ color: {theme.muted}; font-weight: 600; padding: {px(2)}px 0; }}
    QLabel[look~="figure"] {{ font-size: {theme.letters(19)}px; font-weight: 600; color: {theme.text}; }}
    QLabel[look~="caption"] {{ color: {theme.muted}; }}
    QLabel[look~="letters-small"], QLineEdit[look~="letters-small"], QComboBox[look~="letters-small"] {{
        font-size: {theme.letters(12)}px; color: {theme.text}; }}
    LessonText QLabel {{ font-size: {0.75 * theme.letters(18)}pt; }}
    LessonText QLabel[look~="letters-title"] {{ font-size: {0.75 * theme.letters(21)}pt; }}
    QLabel[look~="letters-strong"] {{ font-weight: 600; }}
    QLabel[look~="letters-result"] {{ font-weight: 600; font-size: {theme.letters(15)}px; }}
    QLabel[look~="letters-display"] {{ font-weight: 600; font-size: {theme.letters(38)}px; }}
    QLabel[look~="letters-title"] {{ font-weight: 600; font-size: {theme.letters(16)}px; }}
    """ + "".join(f'QLabel[look~="tone-{tone}"] {{ color: {getattr(theme, tone)}; }}\n' for tone in tones)


def _labels_over_views(theme: Theme) -> str:
    px = theme.px
    return f"""
    QLabel[look~="over-plot"] {{ color: {theme.muted}; background: {theme.panel}; border-radius: {px(6)}px;
        padding: {px(6)}px {px(10)}px; font-size: {theme.letters(13)}px; }}
    QLabel#region_unit_caption {{ color: {theme.accent_text}; background: {theme.accent}; border-radius: {px(4)}px;
        padding: {px(3)}px {px(8)}px; font-size: {theme.letters(13)}px; }}
    QLabel#region_seen_note {{ padding: 0 {px(4)}px; }}
    QLabel#sample_entry_reason {{ background: {theme.panel}; color: {theme.wrong}; border: 1px solid {theme.wrong};
        border-radius: {px(4)}px; padding: {px(2)}px {px(6)}px; }}
    """


def _entries(theme: Theme) -> str:
    px = theme.px
    return f"""
    QAbstractSpinBox, QComboBox, QCheckBox {{ min-height: {px(22)}px; }}
    QLineEdit[look~="letters-formula"] {{ font-size: {theme.letters(17)}px; padding: {px(5)}px; }}
    QLineEdit[look~="rim"] {{ background: {theme.panel}; color: {theme.text}; border: {px(2)}px solid {theme.accent};
        border-radius: {px(4)}px; padding: 0 {px(4)}px; }}
    QLineEdit#sample_entry {{ border-width: {px(1.6)}px; border-radius: 0; padding: 0 {px(3)}px; }}
    QLineEdit[look~="rim-wrong"] {{ border-color: {theme.wrong}; }}
    """


def _table_buttons(theme: Theme) -> str:
    """Framed, 24 pixels high at least; one that is on is filled with the accent colour."""
    px = theme.px

    return f"""
    TableButton {{ padding: {px(2)}px {px(6)}px; min-width: {px(14)}px; min-height: {_inside(theme, px(2), 1)}px;
        border: 1px solid {theme.hairline}; border-radius: {px(5)}px; background: {theme.panel}; }}
    TableButton:hover {{ background: {theme.grid}; }}
    TableButton:checked {{ background: {theme.accent}; color: {theme.accent_text}; }}
    TableButton:focus {{ border-color: {theme.text}; }}
    """


def _plot_buttons(theme: Theme) -> str:
    """Quiet; one that is on has a frame in the accent colour."""
    upright, frame, font = theme.px(2), theme.px(1.4), theme.letters(12)
    narrower = "".join(
        f'PlotButton[look~="across-{across}"] {{ padding: {upright}px {theme.px(across)}px; }}\n'
        for across in (3, 2, 1)
    )
    return f"""
    PlotButton {{ padding: {upright}px {theme.px(5)}px; border: {frame}px solid {theme.hairline};
        border-radius: {theme.px(5)}px; font-size: {font}px; color: {theme.text}; background: {theme.panel};
        min-height: {_inside(theme, upright, frame)}px; max-height: {_inside(theme, upright, frame)}px; }}
    {narrower}
    PlotButton:hover {{ background: {theme.grid}; }}
    PlotButton:checked {{ border-color: {theme.accent}; background: {theme.grid}; }}
    PlotButton:disabled {{ color: {theme.text}; border-color: {theme.panel}; padding: {upright}px 0; }}
    PlotButton:focus {{ border-color: {theme.text}; }}
    PlotButton#region_fold_sliders {{ border: none; }}
    """


def _tint(colour: str) -> str:
    """A light veil of a colour "#rrggbb"."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 40)"
