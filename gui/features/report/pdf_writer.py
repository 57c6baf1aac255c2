"""A report as a PDF file of A4 pages: real text, drawings as drawings, page breaks where a reader expects them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen

from gui.features.report.blocks import Heading, Paragraph, Report
from gui.features.report.page_pieces import FAINT, QUIET, SMALL, Piece, font_of, pieces_of
from gui.toolkit.export.drawing_painter import DrawingPainter
from gui.toolkit.export.pdf_letters import with_true_letters

UNITS_PER_INCH, _DOTS_PER_INCH = 96, 1200
_MM = UNITS_PER_INCH / 25.4
WIDTH, HEIGHT = 210 * _MM, 297 * _MM
_LEFT, _TOP, _BOTTOM = 20 * _MM, 18 * _MM, 22 * _MM
TEXT_WIDTH = WIDTH - 2 * _LEFT
_TEXT_HEIGHT = HEIGHT - _TOP - _BOTTOM

Page = list[tuple[Piece, float]]
"""Pieces with their distance from the top of the text."""


class PdfWriting:
    """Writes a report page by page, so that others get their turn between two pieces of it.

    `steps` yields after each piece; `contents` is the file when it has ended.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.pages = paginate(_all_pieces(report), _TEXT_HEIGHT)
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)

    @property
    def n_steps(self) -> int:
        """How often `steps` yields."""
        return sum(1 + len(piece.more) for page in self.pages for piece, _ in page)

    def steps(self) -> Iterator[None]:
        """Paint piece by piece."""
        writer = QPdfWriter(self._buffer)
        writer.setResolution(_DOTS_PER_INCH)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setTitle(self._report.title)
        writer.setAuthor(self._report.author)
        writer.setCreator("Perceptra")
        painter = DrawingPainter(writer)
        try:
            painter.scale(_DOTS_PER_INCH / UNITS_PER_INCH, _DOTS_PER_INCH / UNITS_PER_INCH)
            for number, page in enumerate(self.pages, start=1):
                if number > 1:
                    writer.newPage()
                self._paint_footer(painter, number)
                for piece, y in page:
                    for paint in (piece.paint, *piece.more):
                        painter.save()
                        paint(painter, _LEFT, _TOP + y)
                        painter.restore()
                        yield
        finally:
            painter.end()

    @property
    def contents(self) -> bytes:
        """The finished file."""
        return with_true_letters(bytes(self._buffer.data().data()))

    def _paint_footer(self, painter: QPainter, number: int) -> None:
        font = font_of(SMALL - 1)
        metrics, y = QFontMetricsF(font), HEIGHT - _BOTTOM + 22
        painter.setPen(QPen(QColor(FAINT), 0.6))
        painter.drawLine(QPointF(_LEFT, y - 14), QPointF(_LEFT + TEXT_WIDTH, y - 14))
        painter.setFont(font)
        painter.setPen(QColor(QUIET))
        page = self._report.labels.page.format(page=number, count=len(self.pages))
        place = TEXT_WIDTH - metrics.horizontalAdvance(page)
        footer = " ".join(self._report.labels.footer.split())
        painter.drawText(QPointF(_LEFT, y), metrics.elidedText(footer, Qt.TextElideMode.ElideRight, place - 20))
        painter.drawText(QPointF(_LEFT + place, y), page)


def paginate(pieces: list[Piece], height: float) -> list[Page]:
    """Put `pieces` onto pages of text `height` high.

    Pieces that stay with the next one are moved to the next page together, unless they fill more than one.
    """
    pages: list[Page] = [[]]
    y = 0.0
    place = 0
    while place < len(pieces):
        group = _group(pieces, place)
        place += len(group)
        before = group[0].before if pages[-1] else 0.0
        needed = before + group[0].height + sum(piece.before + piece.height for piece in group[1:])
        if pages[-1] and y + needed > height:
            pages.append([])
            y = 0.0
        for piece in group:
            gap = piece.before if pages[-1] else 0.0
            if pages[-1] and y + gap + piece.height > height:
                pages.append([])
                y = gap = 0.0
            if not pages[-1] and piece.header is not None:
                pages[-1].append((piece.header, 0.0))
                y, gap = piece.header.height, 0.0
            pages[-1].append((piece, y + gap))
            y += gap + piece.height
    return pages


def _group(pieces: list[Piece], first: int) -> list[Piece]:
    last = first
    while pieces[last].stays and last + 1 < len(pieces):
        last += 1
    return pieces[first : last + 1]


def _all_pieces(report: Report) -> list[Piece]:
    pieces = _title(report)
    for block in report.blocks:
        pieces += pieces_of(block, TEXT_WIDTH)
    return pieces


def _title(report: Report) -> list[Piece]:
    title = pieces_of(Heading(report.title, 0), TEXT_WIDTH)
    byline = pieces_of(Paragraph(" · ".join(report.byline), is_quiet=True), TEXT_WIDTH)
    return [*title, *byline]
