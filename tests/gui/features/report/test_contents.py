"""What stands in a report: the same numbers as the engine has, in both files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.data.datasets.recipe import data_of
from engine.export.lab_report import suggested_epochs
from engine.network.network import Network
from engine.project.demos import demo
from engine.project.edits import set_dataset
from engine.project.edits.runs import saved_run
from engine.project.project import Project
from engine.training.trainer import Trainer
from gui.features.decision_region.printed.region import home_setting
from gui.features.report.blocks import Report
from gui.features.report.content import PARTS, Request
from gui.features.report.html_writer import html_of
from gui.features.report.numbers import six_figures
from gui.features.report.pdf_writer import PdfWriting
from gui.toolkit.export import Sheet, svg_bytes
from gui.toolkit.printed_language import speaking
from gui.toolkit.translation import current_language
from gui.window.printing.report_subject import Found, Subject
from gui.words.notation import Notation
from gui.words.number_text import four_figures
from tests.helpers.drawings import pdf_text


@dataclass
class Page(HTMLParser):
    """What a browser would find: headings, cells by table, pictures with what they say, all text."""

    headings: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    pictures: list[dict[str, str]] = field(default_factory=list)
    language: str = ""
    text: str = ""
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.language = known.get("lang", self.language)
        if tag in ("meta", "img"):
            self.pictures += [known] if tag == "img" else []
            return
        self.open_tags.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag in ("h1", "h2", "h3"):
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        inside = self.open_tags[-1] if self.open_tags else ""
        if inside in ("td", "th"):
            self.tables[-1][-1][-1] += data
        elif inside in ("h1", "h2", "h3"):
            self.headings[-1] += data


def trained(project: Project, epochs: int) -> Project:
    if not epochs:
        return project
    network = Network(project.network, parameters=project.start.first_parameters())
    trainer = Trainer(network, data_of(project.dataset), project.training, keeps_moments=True)
    trainer.run(epochs)
    return replace(project, run=trainer.state())


def own_samples() -> Project:
    moons = DatasetSpec("moons", n_samples=80, noise=0.2).build()
    spec = DatasetSpec("custom", inputs=moons.inputs, targets=moons.targets, test_share=0.25)  # type: ignore[arg-type]
    return trained(Project(dataset=spec), 60)


def features() -> Project:
    """What the network sees is not what the user gave."""
    spec = DatasetSpec("circles", n_samples=60, test_share=0.25, features=("x1^2", "x2^2"), scaling="standardise")
    return trained(set_dataset(Project(), spec).project, 40)


PROJECTS: dict[str, Callable[[], Project]] = {
    "xor": lambda: trained(Project(), 500),
    "softmax": lambda: trained(demo("softmax_moons"), 40),
    "curve": lambda: trained(demo("rbf_curve"), 30),
    "digits": lambda: trained(demo("digits"), 2),
    "own": own_samples,
    "features": features,
    "untrained": Project,
}


def found(project: Project, **wishes: Any) -> tuple[Found, Request]:
    data = data_of(project.dataset)
    subject = Subject(project, data, home_setting(project.network, data), Notation(False), False)
    epochs = suggested_epochs(project.run, project.training.milestones)
    request = replace(Request("A report", "Ann", "", "today", "en", epochs, version="9.9"), **wishes)
    result = subject.look_up(request, lambda: False)
    assert result is not None
    return result, request


def written(report: Report) -> tuple[bytes, bytes]:
    """The PDF and the HTML file."""
    writing = PdfWriting(report)
    for _ in writing.steps():
        pass
    drawings = [svg_bytes(figure.picture, Sheet(300, 200)) for figure in report.figures()]
    return writing.contents, html_of(report, drawings)


def read(page: bytes) -> Page:
    parser = Page()
    parser.feed(page.decode())
    assert parser.open_tags == []
    return parser


@pytest.mark.parametrize("name", list(PROJECTS))
def test_both_files_hold_every_part_with_the_engine_s_numbers(qapp: Any, name: str) -> None:
    result, request = found(PROJECTS[name]())
    findings = result.findings
    pdf, html = written(result.report(request))
    page, text = read(html), "\n".join(pdf_text(pdf))
    titles = {"curve": "The curve while training", "untrained": "The region at the start"}
    regions = titles.get(name, "The regions while training")
    parts = ["Data", "Network", "Training", "Result", regions, "Samples", "Weights", "To do it again"]
    assert [heading for heading in page.headings if heading in parts] == parts
    assert all(heading in text for heading in parts)
    for number in (
        four_figures(findings.last.loss_sum),
        findings.fingerprint,
        four_figures(float(findings.outputs[0].max())),
    ):
        assert number in page.text
        assert number in text
    network = Network(findings.project.network, parameters=np.array(findings.last.parameters))
    for weights, table in zip(network.weights, page.tables[-1 - len(network.weights) : -1], strict=True):
        assert table[1][1:] == [six_figures(value) for value in weights[0, :8]]
    assert len(page.pictures) == 2 + (findings.run is not None) + len(findings.moments)
    assert all(picture["alt"] for picture in page.pictures)
    assert text.count("page 1 of") == 1


def test_the_sample_table_shows_each_output_and_error(qapp: Any) -> None:
    result, request = found(PROJECTS["xor"](), parts=("samples",))
    (table,) = read(written(result.report(request))[1]).tables
    outputs = result.findings.outputs[:, 0]
    errors = 0.5 * (result.findings.data.targets[:, 0] - outputs) ** 2
    assert table[0] == ["#", "x₁", "x₂", "t", "ŷ", "error"]
    assert [row[4] for row in table[1:]] == [four_figures(value) for value in outputs]
    assert [row[5] for row in table[1:]] == [four_figures(value) for value in errors]


def test_large_sets_and_layers_are_cut_and_the_report_says_so(qapp: Any) -> None:
    result, request = found(PROJECTS["digits"](), parts=("samples", "weights"))
    page = read(written(result.report(request))[1])
    assert len(page.tables[0]) == 61
    for sentence in (
        "The first 60 of 1,797 samples",
        "Only the first 8 of 64 inputs",
        "Shown are 8 of 24 units and 24 of 64 of their inputs",
    ):
        assert sentence in page.text.replace("1797", "1,797")


def test_a_run_that_comes_out_again_is_said_to_and_one_that_was_steered_is_not(qapp: Any) -> None:
    project = PROJECTS["xor"]()
    checked = "gave the same weights to the last bit"
    for steered in (False, True):
        result, request = found(project, parts=("again",))
        findings = replace(result.findings, comes_out_again=not steered)
        page = read(written(replace(result, findings=findings).report(request))[1])
        assert (checked in page.text) != steered
        assert ("were changed while it trained" in page.text) == steered


def test_runs_that_were_kept_are_listed_with_their_figures(qapp: Any) -> None:
    project = PROJECTS["xor"]()
    assert project.run is not None
    first = saved_run(project, project.run, data_of(project.dataset), name="slow", when="1")
    second = replace(first, number=2, name="none right", figures=replace(first.figures, loss_sum=None, n_right=0))
    result, request = found(replace(project, runs=(first, second)), parts=("runs",))
    (table,) = read(written(result.report(request))[1]).tables
    error = four_figures(first.figures.loss_sum or 0)
    assert table[1:] == [
        ["slow", "500", error, f"{first.figures.n_right}/4", "–", "stopped by hand"],
        ["none right", "500", "–", "0/4", "–", "stopped by hand"],
    ]
    alone, request = found(replace(project, runs=(first,)), parts=("runs",))
    assert read(written(alone.report(request))[1]).tables == []


def test_notes_are_text_whatever_stands_in_them(qapp: Any) -> None:
    notes = "<script>alert(1)</script> & “½ Σ”\nsecond line\n\n感知器"
    result, request = found(Project(), parts=(), notes=notes, author="<b>Ann</b>")
    pdf, html = written(result.report(request))
    page = read(html)
    assert b"<script" not in html
    assert "<script>alert(1)</script> & “½ Σ”\nsecond line" in page.text
    assert "<b>Ann</b>" in page.text
    text = "".join(pdf_text(pdf)).replace("\n", "")  # another font begins another line here
    assert "<script>alert(1)</script> & “½ Σ”second line感知器" in text
    assert page.headings == ["A report", "Notes"]


def test_the_drawings_are_whole_files_within_the_page(qapp: Any) -> None:
    import base64

    result, request = found(PROJECTS["xor"](), parts=("network", "result"))
    page = read(written(result.report(request))[1])
    for picture in page.pictures:
        head, _, body = picture["src"].partition(",")
        assert head == "data:image/svg+xml;base64"
        assert ET.fromstring(base64.b64decode(body)).tag.endswith("svg")


def test_a_report_in_the_other_language_leaves_the_window_alone(qtbot: QtBot) -> None:
    changes = []

    class Watcher(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt
            changes.extend([1] if event.type() == QEvent.Type.LanguageChange else [])

    watcher = Watcher()
    qtbot.addWidget(watcher)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    result, request = found(PROJECTS["xor"](), language="zh_CN", parts=PARTS)
    with speaking(application, "zh_CN"):
        pdf, html = written(result.report(request))
    application.processEvents()
    assert read(html).language == "zh-CN"
    assert "梯度下降" in read(html).text
    assert "梯度下降" in "".join(pdf_text(pdf))
    assert changes == []
    assert current_language() == "en"
