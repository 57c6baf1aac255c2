"""This module composes what a lab report says, in the language in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from engine.export.lab_report import Findings
from engine.spec.plural import filled
from engine.spec.readable import readable
from gui.features.report.blocks import (
    Block,
    Facts,
    Figure,
    FigureRow,
    Heading,
    Labels,
    PageFigure,
    Paragraph,
    Report,
    Steps,
)
from gui.features.report.numbers import sample_table, shown_name, weight_blocks
from gui.features.report.results import result_blocks, run_blocks, whole
from gui.toolkit.export import Picture
from gui.words.loss_words import loss_report
from gui.words.notation import Notation
from gui.words.number_text import four_figures
from gui.words.rule_words import rule_report
from gui.words.setting_texts import data_settings, layers_text, network_settings, number, training_settings

DATA, NETWORK, SETTINGS, RESULT, REGIONS, PAGES, RUNS, SAMPLES, WEIGHTS, AGAIN = PARTS = (
    "data", "network", "settings", "result", "regions", "pages", "runs", "samples", "weights", "again",
)  # fmt: skip
"""The parts that a report can have, in order."""
REGION_COLUMNS = 3
MOST_NAMES = 8
_PAGE_WIDTH, _PAGE_HEIGHT = 640, 640  # of a picture of one of the window's pages, in units of 1/96 inch, at most


@dataclass(frozen=True)
class Request:
    """What a person wants: parts as of `PARTS`, language "en" or "zh_CN"; `file_name` of the project, "" for none."""

    title: str
    author: str
    notes: str
    date: str
    language: str
    epochs: tuple[int, ...]
    parts: tuple[str, ...] = PARTS
    file_name: str = ""
    version: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "author", "notes", "file_name"):
            object.__setattr__(self, name, readable(getattr(self, name)))


@dataclass(frozen=True, eq=False)
class Pictures:
    """The report's pictures; None or empty where there is nothing to show.

    regions: by epoch. n_shown: samples in the picture of the data; most_in_regions: in each of the maps, at most.
    pages: what the window's other pages show.
    """

    data: Picture | None = None
    diagram: Picture | None = None
    curve: Picture | None = None
    regions: Mapping[int, Picture] = field(default_factory=dict)
    n_shown: int = 0
    most_in_regions: int = 0
    pages: tuple[PageFigure, ...] = ()


def compose(findings: Findings, request: Request, pictures: Pictures, notation: Notation) -> Report:
    """The report in the language in force; texts of pictures come in the one that is in force when they are painted."""
    translate = QCoreApplication.translate
    blocks: list[Block] = []
    if request.notes.strip():
        blocks.append(Heading(translate("LabReport", "Notes")))
        blocks += [Paragraph(part.strip("\n")) for part in request.notes.split("\n\n") if part.strip()]
    makers: dict[str, Callable[[], list[Block]]] = {
        DATA: lambda: _data(findings, pictures),
        NETWORK: lambda: _network(findings, pictures),
        SETTINGS: lambda: _settings(findings),
        RESULT: lambda: result_blocks(findings, pictures.curve),
        REGIONS: lambda: _regions(findings, pictures),
        PAGES: lambda: _pages(pictures.pages),
        RUNS: lambda: run_blocks(findings),
        SAMPLES: lambda: [Heading(translate("LabReport", "Samples")), *sample_table(findings, notation)],
        WEIGHTS: lambda: [Heading(translate("LabReport", "Weights")), *weight_blocks(findings, notation)],
        AGAIN: lambda: _again(findings, request),
    }
    for part in PARTS:
        if part in request.parts:
            blocks += makers[part]()
    byline, labels = _byline(request), _labels(request)
    return Report(request.title, byline, tuple(blocks), labels, request.language, request.author)


def _byline(request: Request) -> tuple[str, ...]:
    program = QCoreApplication.translate("LabReport", "made with Perceptra {version}").format(version=request.version)
    return tuple(part for part in (request.author, request.date, request.file_name, program) if part)


def _labels(request: Request) -> Labels:
    page = QCoreApplication.translate("LabReport", "page {page} of {count}")
    footer = " · ".join(part for part in (request.title, request.author) if part)
    return Labels(page, footer)


def _data(findings: Findings, pictures: Pictures) -> list[Block]:
    translate, data = QCoreApplication.translate, findings.data
    tasks = {
        "binary": translate("LabReport", "classification, two classes"),
        "classes": filled(translate("LabReport", "classification, {count} classes"), count=data.n_classes),
        "columns": translate("LabReport", "several yes-no decisions"),
        "values": translate("LabReport", "regression, real values"),
    }
    counts = translate("LabReport", "{train} for training, {test} for testing")
    said = {"own_samples", "own_tests", "n_samples"}  # told by the counts
    said |= set() if findings.project.dataset.test_share else {"stratified"}
    said |= {"target_coding"} if data.task == "values" else set()
    rows = [(line.label, line.value) for line in data_settings(findings.project.dataset) if line.key not in said]
    rows[1:1] = [
        (translate("LabReport", "Task"), tasks[data.task]),
        (
            translate("LabReport", "Samples"),
            counts.format(train=whole(data.n_samples), test=whole(data.n_test_samples)),
        ),
        (translate("LabReport", "Inputs"), _names(data.raw_input_names)),
        (translate("LabReport", "Targets"), _names(data.target_names)),
    ]
    rows.append((translate("LabReport", "Fingerprint of the samples"), findings.fingerprint))
    blocks: list[Block] = [Heading(translate("LabReport", "Data")), Facts(tuple(rows))]
    if pictures.data is not None:
        caption = translate("LabReport", "The samples as they were given.")
        if pictures.n_shown < data.n_samples + data.n_test_samples:
            caption += " " + translate("LabReport", "The picture shows {count} of them.").format(count=pictures.n_shown)
        description = translate("LabReport", "Plot of {count} samples over {x} and {y}")
        names = (*data.raw_input_names, translate("LabReport", "the output"))
        described = filled(description, count=data.n_samples + data.n_test_samples, x=names[0], y=names[1])
        blocks.append(Figure(pictures.data, caption, described, 0.6, 320))
    return blocks


def _names(names: tuple[str, ...]) -> str:
    """How many columns and what they are called, the first ones of many."""
    shown = ", ".join(shown_name(name) for name in names[:MOST_NAMES])
    return f"{len(names)}: {shown}" + (" …" if len(names) > MOST_NAMES else "")


def _network(findings: Findings, pictures: Pictures) -> list[Block]:
    translate, network = QCoreApplication.translate, findings.project.network
    rows = [(line.label, line.value) for line in network_settings(network, findings.project.parameters)]
    rows.append((translate("LabReport", "Weights and biases"), whole(network.n_parameters)))
    for mask, label in (
        (findings.project.locked, translate("LabReport", "of these locked")),
        (findings.project.cut, translate("LabReport", "of these cut")),
    ):
        if mask is not None and mask.array.any():
            rows.append((label, whole(int(mask.array.sum()))))
    blocks: list[Block] = [Heading(translate("LabReport", "Network")), Facts(tuple(rows))]
    if pictures.diagram is not None:
        caption = translate("LabReport", "The network after epoch {epoch}; blue weights are positive, orange negative.")
        description = translate("LabReport", "Diagram of a {sizes} network with its weights")
        blocks.append(
            Figure(
                pictures.diagram,
                caption.format(epoch=whole(findings.last.epoch)),
                description.format(sizes=layers_text(network)),
                1.0,
                380,
            )
        )
    return blocks


def _settings(findings: Findings) -> list[Block]:
    translate, training = QCoreApplication.translate, findings.project.training
    rows = tuple((line.label, line.value) for line in training_settings(training))
    return [
        Heading(translate("LabReport", "Training")),
        Facts(rows),
        Paragraph(rule_report(training.rule)),
        Paragraph(loss_report(training.loss)),
        Paragraph(
            translate(
                "LabReport",
                "The error of the whole set is the sum over its samples; the curve shows the mean. A batch's gradient "
                "is the mean over its samples. Penalties pull at weights, not at biases, and are no part of the error.",
            ),
            is_quiet=True,
        ),
    ]


def _regions(findings: Findings, pictures: Pictures) -> list[Block]:
    translate, data = QCoreApplication.translate, findings.data
    if not pictures.regions:
        return []
    title = _region_title(data.n_raw_inputs == 1, findings.run is not None)
    figures = []
    for moment in findings.moments:
        if moment.epoch not in pictures.regions:
            continue
        caption = translate("LabReport", "Epoch {epoch}: error {error}").format(
            epoch=whole(moment.epoch), error=four_figures(moment.loss_sum)
        )
        if moment.n_right is not None:
            caption += ", " + translate("LabReport", "right {right}/{count}").format(
                right=moment.n_right, count=data.n_samples
            )
        figures.append(Figure(pictures.regions[moment.epoch], caption, f"{title}. {caption}", 0.31, 190))
    rows = [
        FigureRow(tuple(figures[index : index + REGION_COLUMNS]), REGION_COLUMNS)
        for index in range(0, len(figures), REGION_COLUMNS)
    ]
    notes = []
    if len(figures) > 2:
        notes.append(translate("LabReport", "The moments that the run has kept nearest to the chosen epochs."))
    if data.n_samples + data.n_test_samples > pictures.most_in_regions:
        few = translate("LabReport", "Each picture shows {count} of the samples.")
        notes.append(few.format(count=pictures.most_in_regions))
    return [Heading(title), *([Paragraph(" ".join(notes), is_quiet=True, leads=True)] if notes else []), *rows]


def _pages(figures: Sequence[PageFigure]) -> list[Block]:
    """Each under a heading of its own, as large as its shape allows."""
    blocks: list[Block] = []
    for figure in figures:
        size = figure.picture.picture_size()
        height = min(_PAGE_HEIGHT, _PAGE_WIDTH * size.height() / max(size.width(), 1))
        shown = Figure(figure.picture, figure.caption, f"{figure.title}. {figure.caption}", 1.0, height)
        blocks += [Heading(figure.title), shown]
    return blocks


def _region_title(is_curve: bool, is_trained: bool) -> str:
    translate = QCoreApplication.translate
    if is_curve:
        at_start, training = (
            translate("LabReport", "The curve at the start"),
            translate("LabReport", "The curve while training"),
        )
    else:
        at_start = translate("LabReport", "The region at the start")
        training = translate("LabReport", "The regions while training")
    return training if is_trained else at_start


def _again(findings: Findings, request: Request) -> list[Block]:
    translate, project = QCoreApplication.translate, findings.project
    name = request.file_name or translate("LabReport", "the project file")
    steps = [
        translate(
            "LabReport", "Open {file} in Perceptra {version} or later: it holds data, settings, start and run."
        ).format(file=name, version=request.version),
        translate("LabReport", "Reset (Ctrl+R) goes back to the start, seed {seed}.").format(
            seed=project.training.seed
        ),
        translate(
            "LabReport", "Train (Space) until epoch {epoch}: every number in this report comes out again."
        ).format(epoch=whole(findings.last.epoch)),
    ]
    if findings.run is not None and findings.comes_out_again is False:
        steps[1:] = [
            translate(
                "LabReport",
                "The run stands at epoch {epoch} there. Settings or data were changed while it trained, so that its "
                "start alone does not give it again.",
            ).format(epoch=whole(findings.last.epoch))
        ]
    if findings.run is None:
        steps = steps[:1]
    blocks: list[Block] = [Heading(translate("LabReport", "To do it again")), Steps(tuple(steps))]
    if findings.comes_out_again:
        blocks.append(
            Paragraph(
                translate(
                    "LabReport",
                    "Checked while this report was made: training again from the start gave the same weights to the "
                    "last bit.",
                )
            )
        )
    facts = (
        (translate("LabReport", "Seed"), number(project.training.seed)),
        (translate("LabReport", "Perceptra"), request.version),
        (translate("LabReport", "Fingerprint of the samples"), findings.fingerprint),
    )
    return [*blocks, Facts(facts)]
