"""Where page breaks fall."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from gui.features.report.blocks import (
    Block,
    Facts,
    Figure,
    FigureRow,
    Heading,
    Labels,
    Paragraph,
    Report,
    Steps,
    Table,
)
from gui.features.report.page_pieces import Piece, pieces_of
from gui.features.report.pdf_writer import PdfWriting, paginate
from gui.toolkit.export import Look
from tests.helpers.drawings import pdf_text

WIDTH = 640.0


class Blank:
    def picture_title(self) -> str:
        return "blank"

    def picture_size(self) -> QSize:
        return QSize(10, 10)

    def refined(self) -> Blank:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        painter.drawRect(target)


def piece(height: float, **more: Any) -> Piece:
    return Piece(height, lambda _painter, _x, _y: None, **more)


def heights(pieces: list[Piece], height: float = 100) -> list[list[float]]:
    return [[one.height for one, _ in page] for page in paginate(pieces, height)]


def report(*blocks: Block) -> Report:
    return Report("Title", ("Ann",), blocks, Labels("page {page} of {count}", "Title"), "en")


def long_table(rows: int) -> Table:
    return Table("A caption", ("number", "value"), tuple((str(row), f"v{row}") for row in range(rows)), texts=1)


def test_what_stays_with_the_next_piece_moves_with_it() -> None:
    assert heights([piece(80), piece(15, stays=True), piece(20)]) == [[80], [15, 20]]


def test_room_above_a_piece_is_left_out_at_the_top_of_a_page() -> None:
    (_, second) = paginate([piece(90), piece(30, before=40)], 100)
    assert second[0][1] == 0


def test_what_is_higher_than_a_page_together_is_parted_after_all() -> None:
    assert heights([piece(60, stays=True), piece(60, stays=True), piece(30)]) == [[60], [60, 30]]


def test_a_table_repeats_its_header_on_every_page_and_loses_no_row(qapp: Any) -> None:
    pages = pdf_text(b"".join([written(report(long_table(150)))]))
    assert len(pages) == 4
    assert all("number\nvalue" in page for page in pages)
    lines = "\n".join(pages).split("\n")
    assert [line for line in lines if line.startswith("v") and line != "value"] == [f"v{row}" for row in range(150)]


def test_no_row_of_a_table_is_alone_on_a_page(qapp: Any) -> None:
    for rows in range(17, 80):
        pages = PdfWriting(report(long_table(rows))).pages
        assert all(len(page) >= 3 for page in pages), rows


@pytest.mark.parametrize("lines", range(30, 60, 3))
def test_a_heading_never_ends_a_page(qapp: Any, lines: int) -> None:
    text = "\n".join(f"line {number}" for number in range(lines))
    for block in (
        long_table(5),
        Facts((("name", "value"), ("other", "value"))),
        Steps(("one", "two")),
        Figure(Blank(), "caption", "a rectangle", 1.0, 300),
        FigureRow((Figure(Blank(), "caption", "a rectangle", 0.3, 190),), 3),
    ):
        pages = pdf_text(written(report(Paragraph(text), Heading("Next part"), block)))
        assert not any(page.rstrip().endswith("Next part") for page in pages)


def test_a_figure_is_never_parted_from_its_caption(qapp: Any) -> None:
    (one,) = pieces_of(Figure(Blank(), "a caption", "", 1.0, 300), WIDTH)
    assert one.height > 300 + 10


def test_long_words_and_names_are_broken_rather_than_cut(qapp: Any) -> None:
    pages = pdf_text(written(report(Paragraph("x" * 400), Facts((("n" * 200, "v" * 400),)))))
    text = "".join(pages)
    assert (text.count("x"), text.count("n") >= 200, text.count("v")) == (400, True, 400)


def test_notes_of_many_pages_keep_every_line(qapp: Any) -> None:
    text = "\n".join(f"line {number}" for number in range(300))
    pages = pdf_text(written(report(Paragraph(text))))
    assert len(pages) > 5
    written_lines = [line for page in pages for line in page.split("\n") if line.startswith("line ")]
    assert written_lines == [f"line {number}" for number in range(300)]
    assert [f"page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(pages)


def test_long_names_in_a_table_give_way_to_its_numbers(qapp: Any) -> None:
    name = "a column with a very long name " * 20
    table = Table("", ("run", name, "error"), ((name, "−0.123456789012", "123,456.789"),), texts=1)
    (page,) = pdf_text(written(report(table)))
    assert "−0.123456789012" in page
    assert "123,456.789" in page
    assert page.count("…") >= 2  # what is cut says so


def test_a_long_title_at_the_foot_of_a_page_leaves_the_page_number_readable(qapp: Any) -> None:
    labels = Labels("page {page} of {count}", "a title without an end " * 40)
    (page,) = pdf_text(written(Report("Title", ("Ann",), (), labels, "en")))
    assert "page 1 of 1" in page
    (foot,) = (line for line in page.split("\n") if line.startswith("a title"))
    assert foot.endswith("…")
    assert len(foot) < 150


def written(one: Report) -> bytes:
    writing = PdfWriting(one)
    assert sum(1 for _ in writing.steps()) == writing.n_steps
    return writing.contents
