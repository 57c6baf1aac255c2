"""Targets that are one of two words: one column of codes that have names."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from engine import Dataset, DatasetSpec, EngineError, Project, load_project, save_project
from engine.analysis.evaluation import class_names
from engine.data.sample_cells import choices, code_name, read_cell
from engine.export.copied_samples import copied_samples
from engine.importing import convert, read_table, suggested_plan
from engine.project.edits.points import add_points
from engine.project.edits.rows import paste

FIRES = "x,y,fires\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n"


def imported(folder: Path, text: str) -> DatasetSpec:
    file = folder / "table.csv"
    file.write_text(text)
    table = read_table(file)
    return convert(table, suggested_plan(table)).spec


@pytest.fixture
def spec(tmp_path: Path) -> DatasetSpec:
    return imported(tmp_path, FIRES)


def test_two_words_are_the_names_of_the_codes(spec: DatasetSpec) -> None:
    data = spec.build()
    assert data.raw_targets.ravel().tolist() == [0, 1, 1, 0]
    assert (data.task, data.target_names, class_names(data)) == ("binary", ("fires",), ("no", "yes"))
    assert [code_name(value, data) for value in (0.0, 1.0, 0.5)] == ["no", "yes", ""]
    assert pickle.loads(pickle.dumps(data)).code_names == ("no", "yes")


def test_a_name_or_a_code_is_typed(spec: DatasetSpec) -> None:
    data = spec.build()
    assert [read_cell(typed, data, 2) for typed in ("yes", " No ", "1", "0")] == [1, 0, 1, 0]
    with pytest.raises(EngineError, match="'maybe' is none of no, yes"):
        read_cell("maybe", data, 2)
    assert choices(data) == ("no", "yes")


def test_two_numbers_have_no_names(tmp_path: Path) -> None:
    rows = "".join(f"{k // 2},{k % 2},{2 - k % 2}\n" for k in range(8))
    assert imported(tmp_path, f"x,y,d\n{rows}").code_names == ()


def test_names_are_saved_with_the_project(spec: DatasetSpec, tmp_path: Path) -> None:
    save_project(Project(dataset=spec), tmp_path / "a.perceptra")
    assert load_project(tmp_path / "a.perceptra").dataset == spec


def test_copied_samples_hold_the_names_and_are_pasted_back_bit_by_bit(spec: DatasetSpec) -> None:
    data = spec.build()
    text = copied_samples(data, np.arange(4), named=True)
    assert text.splitlines()[:3] == ["x\ty\tfires", "0\t0\tno", "0\t1\tyes"]
    pasted = paste(Project(dataset=spec), text, range(4))
    assert pasted.project.dataset.build().raw_targets.tolist() == data.raw_targets.tolist()


def test_names_stay_when_samples_are_added_and_become_classes_with_a_third(spec: DatasetSpec) -> None:
    project, place = Project(dataset=spec), np.array([[0.5, 0.5]])
    assert add_points(project, place, 1).project.dataset.build().code_names == ("no", "yes")
    third = add_points(project, place, 2).project.dataset.build()
    assert (third.task, third.target_names, third.code_names) == ("classes", ("no", "yes", "d3"), ())


@pytest.mark.parametrize("names", [("no",), ("no", "no"), ("", "yes"), ("a", "b", "c"), (1, 2), "no"])
def test_what_cannot_name_two_codes_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(EngineError):
        Dataset([[0.0], [1.0]], [[0.0], [1.0]], code_names=names)


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        (
            "labels.csv",
            "x,y,d\n" + "".join(f"{k // 2},{k % 2}.5,{'7' if k % 2 else '007'}\n" for k in range(8)),
            ("007", "7"),
        ),
        ("turned.arff", "@relation r\n@attribute x real\n@attribute d {1,0}\n@data\n5,1\n6,0\n7,1\n", ("1", "0")),
    ],
)
def test_labels_and_numbers_in_a_declared_order_keep_their_names(
    tmp_path: Path, name: str, content: str, names: tuple[str, str]
) -> None:
    (tmp_path / name).write_text(content)
    table = read_table(tmp_path / name)
    data = convert(table, suggested_plan(table)).spec.build()
    assert (data.code_names, data.target_codes) == (names, (0.0, 1.0))
    assert data.targets[0, 0] == 0
