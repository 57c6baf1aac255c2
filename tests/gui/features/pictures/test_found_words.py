"""What is written in a picture or a report is seen in every viewer, found by a search, and copied as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImageReader, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from gui.document import commands
from gui.features.pictures.picture_dialog import PictureDialog
from gui.features.report.blocks import Heading, Labels, Paragraph, Report
from gui.features.report.pdf_writer import PdfWriting
from gui.toolkit.export import FORMATS, Look, Picture, Sheet, pdf_bytes, svg_bytes
from gui.window.printing.printed_views import PrintedViews
from tests.gui.conftest import Opens
from tests.helpers.drawings import cut_words, pdf_fact, pdf_text, stand_ins, svg_words
from tests.helpers.user import User

CHINESE = "输入层 见马 1234567890 用户 长门 胶 a b"


def pictures(user: User) -> dict[str, Picture]:
    views = user.window.findChild(PrintedViews)
    assert views is not None
    return {offer.name: picture for offer in views.offers() if (picture := offer.take()) is not None}


def squeezed(text: str) -> str:
    """Without what a program may put between words."""
    return "".join(text.split())


@pytest.mark.usefixtures("_each_language")
@pytest.mark.parametrize("name", ["iris", "xor"])
def test_every_word_of_every_view_is_seen_and_found(opens: Opens, qtbot: QtBot, name: str) -> None:
    user = opens(demo(name))
    user.trains_until(epoch=30)
    user.window.tables.show_table("evaluation")
    wanted = {"diagram", "region", "error", "evaluation", "functions"}
    qtbot.waitUntil(lambda: wanted <= set(pictures(user)), timeout=20_000)
    user.triggers("page_inside")
    for part in ("hidden", "weights"):
        user.clicks(f"inside_part_{part}")
    wanted |= {"hidden_space", "weights", "weights_course"}
    qtbot.waitUntil(lambda: wanted <= set(pictures(user)), timeout=20_000)
    for picture in pictures(user).values():
        size = picture.picture_size()
        sheet = Sheet(size.width(), size.height())
        svg, pdf = svg_bytes(picture, sheet), pdf_bytes(picture, sheet)
        (found,) = pdf_text(pdf)
        assert cut_words(svg) == []
        assert stand_ins(found) == set()
        assert sorted(squeezed(found)) == sorted(squeezed(svg_words(svg)))
        assert pdf_fact(pdf, "Title") == picture.picture_title()


class Note:
    """A picture that writes into rectangles that are too low, within an area, as views do."""

    def picture_title(self) -> str:
        return "笔记 (note)"

    def picture_size(self) -> QSize:
        return QSize(400, 200)

    def refined(self) -> Note:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        font = QFont("Inter")
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.theme.text))
        painter.setClipRect(target)
        painter.drawText(QRect(10, 10, 20, 4), int(Qt.AlignmentFlag.AlignLeft), CHINESE)
        painter.save()
        painter.setClipRect(QRect(10, 50, 300, 20))
        painter.drawText(QRectF(10, 50, 20, 4), Qt.AlignmentFlag.AlignLeft, "inner")
        painter.restore()
        painter.drawText(QRect(10, 120, 20, 4), int(Qt.AlignmentFlag.AlignLeft), "after")


def test_a_text_that_is_longer_than_its_place_takes_nothing_else_away(qapp: QApplication) -> None:
    svg = svg_bytes(Note(), Sheet(400, 200))
    assert svg_words(svg).split()[-2:] == ["inner", "after"]
    assert cut_words(svg) == []


def test_chinese_and_digits_are_copied_as_they_were_written_and_once(qapp: QApplication) -> None:
    (found,) = pdf_text(pdf_bytes(Note(), Sheet(400, 200)))
    assert squeezed(found) == squeezed(f"{CHINESE}inner after")
    assert "a b" in found  # a space, not a tab


def test_the_report_says_whose_it_is_and_is_found_by_its_words(qapp: QApplication) -> None:
    blocks = (Heading("见马"), Paragraph(CHINESE))
    writing = PdfWriting(Report("实验 (1)", ("李明",), blocks, Labels("第 {page} 页", "页脚"), "zh_CN", "李明"))
    assert sum(1 for _ in writing.steps()) == writing.n_steps
    (found,) = pdf_text(writing.contents)
    assert squeezed(CHINESE) in squeezed(found)
    assert stand_ins(found) == set()
    assert (pdf_fact(writing.contents, "Title"), pdf_fact(writing.contents, "Author")) == ("实验 (1)", "李明")


def test_a_picture_names_its_author_once_there_is_one(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    commands.set_notes(user.window.document, "李明", "", -1)
    for kind in FORMATS:
        if kind.suffix in ("png", "pdf"):
            path = tmp_path / f"network.{kind.suffix}"
            user.triggers("save_view")
            qtbot.waitUntil(lambda: user.window.findChild(PictureDialog) is not None)
            dialog = user.window.findChild(PictureDialog)
            assert dialog is not None
            dialog.save_wanted.emit(pictures(user)["diagram"], Sheet(400, 300), kind, path)
            qtbot.waitUntil(lambda: user.window.findChild(PictureDialog) is None)  # what is saved needs it no more
            assert path.exists()
    assert pdf_fact((tmp_path / "network.pdf").read_bytes(), "Author") == "李明"
    assert QImageReader(str(tmp_path / "network.png")).text("Author") == "李明"
