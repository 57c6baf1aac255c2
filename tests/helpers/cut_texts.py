"""Finds texts in a window that are cut: in labels, buttons, fields, tabs, tables and lists that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from gui.window.notices.status_line import StatusLine

SLACK = 1  # pixel, of rounding
ARROW = 26  # pixels, of a drop-down list


def cut_texts(root: QWidget) -> list[str]:
    """What is cut in the visible widgets of `root`, each as "name: text"."""
    return [f"{_name(widget)}: {text}" for widget in _visible(root) for text in _cut(widget)]


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def _name(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 2:
        if at.objectName():
            names.append(at.objectName())
        at = at.parentWidget()
    return "/".join(reversed(names)) or type(widget).__name__


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, StatusLine):
        return  # a sentence about what is under the mouse: whole in its tooltip
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield from _cut_button(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_line(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QComboBox):
        yield from _cut_choice(widget)
    elif isinstance(widget, QTableView):
        yield from _cut_table(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or not label.pixmap().isNull():
        return
    if text.endswith("…") and not text.endswith((" …", "……")):
        yield f"{text} (elided)"
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK:
            yield f"{text[:60]} (needs {wanted} of {label.height()} px height)"
    elif label.sizeHint().width() > label.width() + SLACK or label.sizeHint().height() > label.height() + SLACK:
        yield f"{text[:60]} (needs {label.sizeHint().width()} of {label.width()} px)"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QRadioButton):
        return
    text = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    if style == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull():
        return
    beside = style == Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not button.icon().isNull()
    icon = button.iconSize().width() + 4 if beside else 0
    if "…" in button.text()[:-1] or text + icon > button.width() - 8:
        yield f"{button.text()} (needs {text + icon} of {button.width()} px)"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    room = line.width() - 2 - line.textMargins().left() - line.textMargins().right()
    if line.fontMetrics().horizontalAdvance(line.text()) > room:
        yield f"{line.text()} (needs {line.fontMetrics().horizontalAdvance(line.text())} of {room} px)"


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        area = bar.tabRect(index)
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(index))
        if bar.isTabVisible(index) and (needed > area.width() or not bar.rect().contains(area)):
            yield f"{bar.tabText(index)} (needs {needed} of {bar.rect().intersected(area).width()} px)"


def _cut_choice(box: QComboBox) -> Iterator[str]:
    needed = box.fontMetrics().horizontalAdvance(box.currentText()) + ARROW
    if needed > box.width():
        yield f"{box.currentText()} (needs {needed} of {box.width()} px)"


def _cut_table(table: QTableView) -> Iterator[str]:
    model, room = table.model(), table.viewport().rect()
    if model is None:
        return
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        left, width = table.columnViewportPosition(column), table.columnWidth(column)
        if left + width - SLACK > room.right() + 1:
            yield f"column {column} ends at {left + width} of {room.width()} px"
            continue
        yield from _cut_heading(table, column, width)
        yield from _cut_cells(table, column, width)


def _cut_heading(table: QTableView, column: int, width: int) -> Iterator[str]:
    header = table.horizontalHeader()
    lines = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "").split("\n")
    needed = max(header.fontMetrics().horizontalAdvance(line) for line in lines)
    if header.isVisible() and needed > width - 2:
        yield f"heading {lines} (needs {needed} of {width} px)"


def _cut_cells(table: QTableView, column: int, width: int) -> Iterator[str]:
    model, room = table.model(), table.viewport().rect()
    for row in range(max(table.rowAt(0), 0), min(model.rowCount(), max(table.rowAt(0), 0) + 30)):
        index = model.index(row, column)
        if not room.intersects(QRect(0, table.rowViewportPosition(row), width, table.rowHeight(row))):
            break
        text = str(index.data() or "")
        font = index.data(Qt.ItemDataRole.FontRole) or table.font()
        needed = QFontMetrics(font).horizontalAdvance(text)
        if needed > width - 2:
            yield f"cell {row}, {column}: {text} (needs {needed} of {width} px)"
