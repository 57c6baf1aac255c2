"""The blocks of a report as pieces that no page break may go through, each knowing how high it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from gui.features.report.blocks import Block, Facts, Figure, FigureRow, Heading, Paragraph, Steps, Table
from gui.toolkit.export import Look
from gui.toolkit.export.drawing_painter import searchable_font
from gui.toolkit.theme import LIGHT

TEXT, QUIET, FAINT, RULE, MARK = "#1b1f24", "#5c6670", "#dfe3e8", "#5c6670", "#fdecec"
BODY, SMALL = 13.0, 11.5  # in units of 1/96 inch
_LINE = 1.36
_GAP = 8.0
_CELL = 10.0  # between two columns
_COLUMN_GAP = 18.0
_LONGEST_NAME = 24.0  # in a table without room for longer ones

Paint = Callable[[QPainter, float, float], None]


@dataclass(frozen=True, eq=False)
class Piece:
    """Something `height` units high, painted with its upper left corner at a place.

    more: what else is painted at the same place, one after the other, where all at once would take long.
    before: room above it, except at the top of a page. stays: whether the next piece must be on the same page.
    header: what stands above it where a page begins with it.
    """

    height: float
    paint: Paint
    before: float = 0.0
    stays: bool = False
    header: Piece | None = None
    more: tuple[Paint, ...] = ()


def font_of(size: float, bold: bool = False) -> QFont:
    """The report's font; sizes are fractions of units, so that text is as wide on paper as it was measured."""
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return searchable_font(font)


def pieces_of(block: Block, width: float) -> list[Piece]:
    """`block` laid out for lines of `width`."""
    match block:
        case Heading(text, level):
            size, before = {0: (27.0, 0.0), 1: (19.0, 26.0)}.get(level, (14.5, 16.0))
            lines = list(_lines(text, font_of(size, bold=True), width, TEXT))
            pieces = _joined([replace(line, stays=True) for line in lines], before)
        case Paragraph(text, is_quiet, leads):
            font, colour = (font_of(SMALL), QUIET) if is_quiet else (font_of(BODY), TEXT)
            pieces = _joined(_unparted(list(_lines(text, font, width, colour))), _GAP)
            pieces = [replace(piece, stays=True) for piece in pieces] if leads else pieces
        case Facts():
            pieces = _joined(_together(_fact_rows(block, width)), _GAP)
        case Steps(steps):
            pieces = [piece for index, step in enumerate(steps, start=1) for piece in _step(index, step, width)]
            pieces = _together(pieces)
        case Table():
            pieces = _table(block, width)
        case FigureRow():
            pieces = [_figure_row(block, width)]
        case Figure():
            pieces = [_figure(block, width)]
    return pieces


def _joined(pieces: list[Piece], before: float) -> list[Piece]:
    return [replace(pieces[0], before=before), *pieces[1:]] if pieces else []


def _unparted(pieces: list[Piece]) -> list[Piece]:
    """No single line stands alone at the foot or at the top of a page."""
    last = len(pieces) - 1
    return [replace(piece, stays=last > 0 and index in (0, last - 1)) for index, piece in enumerate(pieces)]


def _together(pieces: list[Piece]) -> list[Piece]:
    return [replace(piece, stays=piece is not pieces[-1]) for piece in pieces]


def _lines(text: str, font: QFont, width: float, colour: str, indent: float = 0.0) -> Iterator[Piece]:
    """The lines of `text`, broken at `width`; a blank line is a half one."""
    height = QFontMetricsF(font).height() * _LINE / 1.2
    for part in text.split("\n"):
        if not part.strip():
            yield Piece(height / 2, lambda _painter, _x, _y: None)
            continue
        layout = QTextLayout(part, font)
        layout.setTextOption(_option())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            begin, count = line.textStart(), line.textLength()
            yield Piece(height, _text_painter(part[begin : begin + count].rstrip(), font, colour, indent, height))
        layout.endLayout()


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _text_painter(text: str, font: QFont, colour: str, indent: float, height: float) -> Paint:
    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(font)
        painter.drawText(QPointF(x + indent, y + (height + metrics.ascent() - metrics.descent()) / 2), text)

    return paint


def _step(number: int, text: str, width: float) -> list[Piece]:
    font, indent = font_of(BODY), 22.0
    lines = _unparted(list(_lines(text, font, width, TEXT, indent)))
    first, mark = lines[0], _text_painter(f"{number}.", font, QUIET, 0.0, lines[0].height)

    def paint(painter: QPainter, x: float, y: float) -> None:
        mark(painter, x, y)
        first.paint(painter, x, y)

    return [replace(first, paint=paint, before=4.0), *lines[1:]]


def _fact_rows(facts: Facts, width: float) -> list[Piece]:
    font = font_of(BODY)
    metrics = QFontMetricsF(font)
    names = max((metrics.horizontalAdvance(name) for name, _ in facts.rows), default=0.0)
    left = min(names, width * 0.45) + _COLUMN_GAP
    rows = []
    for name, value in facts.rows:
        names_lines = list(_lines(name, font, left - _COLUMN_GAP / 2, QUIET))
        value_lines = list(_lines(value or "–", font, width, TEXT, left))
        rows.append(_side_by_side(names_lines, value_lines))
    return rows


def _side_by_side(left: list[Piece], right: list[Piece]) -> Piece:
    height = max(sum(piece.height for piece in left), sum(piece.height for piece in right))

    def paint(painter: QPainter, x: float, y: float) -> None:
        for column in (left, right):
            below = y
            for piece in column:
                piece.paint(painter, x, below)
                below += piece.height

    return Piece(height, paint)


def _table(table: Table, width: float) -> list[Piece]:
    """A caption, the header and the rows; the header comes again on every page."""
    columns = _columns(table, width)
    header = _row(table.header, columns, table, is_header=True)
    rows = [
        _row(row, columns, table, is_wrong=index in table.wrong, header=header) for index, row in enumerate(table.rows)
    ]
    rows = _together(rows) if table.is_short else _unparted(rows)
    caption = [replace(line, stays=True) for line in _lines(table.caption, font_of(SMALL), width, QUIET)]
    return _joined([*(caption if table.caption else []), replace(header, stays=True), *rows], 10.0)


@dataclass(frozen=True)
class _Columns:
    """Left edges and widths, and the size of the letters that makes them fit."""

    places: tuple[float, ...]
    widths: tuple[float, ...]
    size: float


def _columns(table: Table, width: float) -> _Columns:
    """Where there is too little room long names are cut, and then letters get smaller, so that numbers stay whole."""
    size = SMALL
    widths, room = _natural(table, size), width - _CELL * (len(table.header) - 1)
    is_wide = sum(widths) > room
    while is_wide and sum(widths := _natural(table, size, _LONGEST_NAME)) > room and size > 7:
        size -= 1
    if sum(widths) > room:
        widths = [each * room / sum(widths) for each in widths]
    places, x = [], 0.0
    for each in widths:
        places.append(x)
        x += each + _CELL
    return _Columns(tuple(places), tuple(widths), size)


def _natural(table: Table, size: float, longest: float = math.inf) -> list[float]:
    """How wide the columns would be; names over columns and in them at most `longest` times as wide as letters high."""
    plain, bold = QFontMetricsF(font_of(size)), QFontMetricsF(font_of(size, bold=True))
    widths = [min(bold.horizontalAdvance(text), longest / 2 * size) for text in table.header]
    for row in table.rows:
        widths = [max(wide, plain.horizontalAdvance(text)) for wide, text in zip(widths, row, strict=True)]
    most = [longest * size if index < table.texts else math.inf for index in range(len(widths))]
    return [max(min(wide, limit), 3 * size) for wide, limit in zip(widths, most, strict=True)]


def _row(
    texts: tuple[str, ...],
    columns: _Columns,
    table: Table,
    *,
    is_header: bool = False,
    is_wrong: bool = False,
    header: Piece | None = None,
) -> Piece:
    font = font_of(columns.size, bold=is_header)
    metrics = QFontMetricsF(font)
    height = metrics.height() * 1.35
    across = columns.places[-1] + columns.widths[-1]

    def paint(painter: QPainter, x: float, y: float) -> None:
        if is_wrong:
            painter.fillRect(QRectF(x - 3, y, across + 6, height), QColor(MARK))
        painter.setFont(font)
        painter.setPen(QColor(TEXT))
        baseline = y + (height + metrics.ascent() - metrics.descent()) / 2
        for index, (text, left, wide) in enumerate(zip(texts, columns.places, columns.widths, strict=True)):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide + 1)
            shift = 0.0 if index < table.texts else wide - metrics.horizontalAdvance(shown)
            painter.drawText(QPointF(x + left + shift, baseline), shown)
        painter.setPen(QPen(QColor(RULE if is_header else FAINT), 0.8 if is_header else 0.5))
        painter.drawLine(QPointF(x, y + height), QPointF(x + across, y + height))

    return Piece(height, paint, header=header)


def _figure(figure: Figure, width: float) -> Piece:
    wide = width * figure.width
    caption = list(_lines(figure.caption, font_of(SMALL), wide, QUIET)) if figure.caption else []
    height = figure.height + 3 + sum(line.height for line in caption)

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.save()
        figure.picture.paint_picture(painter, QRectF(x, y, wide, figure.height), Look(LIGHT))
        painter.restore()
        below = y + figure.height + 3
        for line in caption:
            line.paint(painter, x, below)
            below += line.height

    return Piece(height, paint, before=12.0)


def _figure_row(row: FigureRow, width: float) -> Piece:
    each = (width - (row.columns - 1) * _COLUMN_GAP) / row.columns
    pieces = [_figure(replace(figure, width=1.0), each) for figure in row.figures]

    def shifted(index: int) -> Paint:
        return lambda painter, x, y: pieces[index].paint(painter, x + index * (each + _COLUMN_GAP), y)

    first, *others = (shifted(index) for index in range(len(pieces)))
    return Piece(max(piece.height for piece in pieces), first, before=10.0, more=tuple(others))
