"""This module turns an evaluation into lines of cells for spreadsheets and reports, with every digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.analysis.evaluation import ClassReport, Report, ValueReport
from engine.export.csv_lines import Line

FIGURES = ("precision", "recall", "f1", "support")
ERRORS = ("rmse", "mae", "r2")


def evaluation_lines(reports: Mapping[str, Report], names: Sequence[str]) -> list[Line]:
    """The lines of `reports`, by the name of the set; `names` are those of the classes or of the outputs.

    Of classes: the recognition rates, the figures of every class with the macro average, and the confusion matrices.
    """
    classes = {name: report for name, report in reports.items() if isinstance(report, ClassReport)}
    values = {name: report for name, report in reports.items() if isinstance(report, ValueReport)}
    if values:
        return _value_lines(values, names)
    lines: list[Line] = [("set", "right", "samples", "rate")]
    lines += [(name, report.n_right, report.n_samples, report.rate) for name, report in classes.items()]
    lines += [(), ("set", "class", *FIGURES)]
    for name, report in classes.items():
        lines += _figure_lines(name, report, names)
    for name, report in classes.items():
        lines += [(), *_matrix_lines(name, report, names)]
    return lines


def _figure_lines(name: str, report: ClassReport, names: Sequence[str]) -> list[Line]:
    figures = report.precision, report.recall, report.f1
    lines: list[Line] = [
        (name, title, *(float(figure[k]) for figure in figures), int(report.support[k]))
        for k, title in enumerate(names)
    ]
    return [*lines, (name, "macro average", *(report.macro(figure) for figure in figures), report.n_samples)]


def _matrix_lines(name: str, report: ClassReport, names: Sequence[str]) -> list[Line]:
    with_undecided = bool(report.undecided.any())
    head: Line = (f"{name}: target \\ decided", *names, *(["undecided"] if with_undecided else []))
    rows: list[Line] = [
        (title, *(int(count) for count in report.counts[k]), *([int(report.undecided[k])] if with_undecided else []))
        for k, title in enumerate(names)
    ]
    return [head, *rows]


def _value_lines(reports: Mapping[str, ValueReport], names: Sequence[str]) -> list[Line]:
    lines: list[Line] = [("set", "output", *ERRORS, "samples")]
    for name, report in reports.items():
        columns = report.rmse, report.mae, report.r2
        for k, title in enumerate(names):
            lines.append((name, title, *(float(column[k]) for column in columns), report.n_samples))
        if len(names) > 1:
            lines.append((name, "overall", *report.overall, report.n_samples))
    return lines
