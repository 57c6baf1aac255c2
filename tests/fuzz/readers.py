"""Everything that reads bytes or text from outside, each with good examples and the ways to spoil them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import numpy as np

from engine import EngineError, LayerSpec, Network, NetworkSpec, Trainer
from engine.data.clipboard.pasted_block import readings
from engine.data.clipboard.sample_block import sample_block
from engine.data.datasets import DatasetSpec, load_table
from engine.data.datasets.recipe import data_of
from engine.data.importing import Layout, Plan, Watch, convert, read_table, suggested_plan
from engine.data.importing.text.encoding import ENCODINGS
from engine.export import numpy_script, read_weights, torch_script, weights_table, write_arrays
from engine.expression.evaluate import evaluate
from engine.expression.parser import parse
from engine.lessons.lesson_file import load_lesson
from engine.lessons.lesson_source import read_lesson
from engine.lessons.slides import slide_file
from engine.lessons.slides.slide import Look, Slide
from engine.network.start_text import read_start
from engine.project import autosave as kept_work_file
from engine.project import edits
from engine.project.demos import demo
from engine.project.edits.runs import restore_run, saved_run, with_run
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from tests.fuzz.mutations import Mutation, in_archive, in_bytes, in_first_line, in_tree, in_words
from tests.helpers.whole_project import project_with_everything

ROOT = Path(__file__).resolve().parents[2]
SPEC = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "linear")))
RBF = NetworkSpec(2, (LayerSpec(3, "gaussian", kind="rbf"), LayerSpec(2, "linear")))


@dataclass(frozen=True)
class Reader:
    """`read` gets a file (or text, when there is no `suffix`) and what to decide by; it returns, or complains."""

    name: str
    suffix: str
    examples: Callable[[], list[bytes]]
    mutations: tuple[Mutation, ...]
    read: Callable[[Path, Random], object]
    names_the_file: bool = True


def everything() -> Project:
    """Features, scaling, checkpoints, a run that stays, an author and notes."""
    spec = DatasetSpec(
        "moons", n_samples=8, test_share=0.25, stratified=True, features=("x1·x2",), scaling="standardise"
    )
    project = edits.set_dataset(Project(author="李明", notes="why?\n½ Σ"), spec).project
    network = Network(project.network, seed=1)
    trainer = Trainer(network, data_of(project.dataset), project.training, keeps_moments=True)
    trainer.run(epochs=4)
    run = trainer.state()
    kept = saved_run(project, run, data_of(project.dataset), name="first", when="2026-11-26T12:00:00")
    return replace(with_run(project, kept), run=run)


@cache
def _projects() -> list[bytes]:
    older = [path.read_bytes() for path in sorted((ROOT / "tests/engine/project/project_files").glob("*.perceptra"))]
    made = [
        project_with_everything(),
        everything(),
        demo("moons"),
        replace(demo("xor"), parameters=FrozenArray(np.ones(17))),
    ]
    return [project_file.encode(project) for project in made] + older


def _read_project(path: Path, _chance: Random) -> None:
    project = project_file.load(path)
    check_project(project)


def check_project(project: Project) -> None:
    """What was let in is fit for the trainer, whose kernels check no bounds, and comes back when it is saved."""
    again = project_file.decode_project(project_file.payload_of(project, "again"), "again")
    assert replace(again, run=None) == replace(project, run=None), "it is another project when it is saved"
    for kept in project.runs:
        restore_run(project, kept)
        kept.loss_curve()
    data = project.dataset.build()
    if not data.n_samples or project.network.n_parameters * data.n_samples > 1_000_000:
        return
    network = Network(project.network, project.training.seed)
    try:
        trainer = Trainer(network, data, project.training)
    except EngineError:
        return  # said when Train is pressed
    if project.run is not None:
        trainer.restore(project.run)
    trainer.advance(2)
    trainer.state()


@cache
def _kept_works() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "a.work"
        kept_work_file.keep(place, project_with_everything(), Path("/tmp/网络.perceptra"), 1.5e9, (1, 2))
        return [place.read_bytes()]


def _read_kept_work(path: Path, _chance: Random) -> None:
    kept_work_file.read_note(path)
    check_project(kept_work_file.read_project(path))


def _lessons() -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "resources/lessons").glob("*.toml"))]


@cache
def _slides() -> list[bytes]:
    lessons = [Slide(path.stem, read_lesson(path)) for path in sorted((ROOT / "resources/lessons").glob("*.toml"))[:2]]
    moments = [Slide("a", demo("xor")), Slide("b", demo("xor_by_hand"), Look(zoomed="region", folded=("data",)))]
    return [slide_file.payload_of([*moments, *lessons], "a")]


TABLE = "width,height,species\n5.1,3.5,setosa\n7.0,?,versicolor\n6.3,3.3,virginica\n4.9,3.0,setosa\n-1e3,+2,virginica\n"
WHOLE = "# x1 x2 d\n0 0 0\n0 1 1\n1 0 1\n1 1 0\n"


@cache
def _texts() -> list[bytes]:
    semicolons = TABLE.replace(",", ";").replace(".", ",")
    made = [TABLE, TABLE.replace(",", "\t"), semicolons, WHOLE, '"a\n1",b\n1,"2"\n3,4\n']
    forms = [text.encode(encoding) for text in made for encoding in ("utf-8", "utf-16", "utf-8-sig")]
    return [*forms, TABLE.replace("setosa", "山鸢尾").encode("gb18030"), TABLE.encode("utf-16-be")]


def _arffs() -> list[bytes]:
    head = (
        "% iris\n@relation iris\n@attribute 'petal width' numeric\n@attribute h REAL\n@attribute class {a, b, 'c d'}\n"
    )
    return [(head + "@data\n1,2,a\n?,3,b\n4,5,'c d'\n6,7,a\n").encode()]


@cache
def _npzs() -> list[bytes]:
    made = []
    for arrays in (
        {"X": np.arange(12.0).reshape(6, 2), "y": np.arange(6) % 2},
        {"X_train": np.ones((4, 3), np.float32), "labels": np.array(["a", "b", "a", "b"])},
        {"a": np.asfortranarray(np.eye(3)), "b": np.array([True, False, True]), "c": np.zeros((0, 2))},
    ):
        file = io.BytesIO()
        np.savez(file, allow_pickle=False, **arrays)
        made.append(file.getvalue())
    return made


@cache
def _xlsxs() -> list[bytes]:
    import openpyxl

    made = []
    for rows in (
        [["x", "y", "d"], [1, 2.5, "a"], [3, None, "b"], [-1e300, 0, "a"]],
        [[0, 0, 0], [0, 1, 1], [True, 1, 0]],
    ):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        file = io.BytesIO()
        book.save(file)
        made.append(file.getvalue())
    return made


def _read_any_table(path: Path, chance: Random) -> None:
    layout = Layout()
    if chance.random() < 0.3:
        some = {"encoding": ENCODINGS, "delimiter": "\t;, ", "decimal": ".,", "has_header": (True, False)}
        layout = Layout(**{name: chance.choice((None, *kinds)) for name, kinds in some.items()})  # type: ignore[arg-type]
    read_table(path, layout, Watch(max_rows=3))
    table = read_table(path, layout)
    plan = suggested_plan(table)
    if chance.random() < 0.5:
        roles = tuple(chance.choice(("input", "input", "target", "leave_out")) for _ in table.columns)
        plan = replace(plan, roles=roles if {"input", "target"} <= set(roles) else plan.roles)
    plan = Plan(plan.roles, chance.choice(("auto", "classes", "values")), chance.choice(("error", "drop", "mean")))
    done = convert(table, plan)
    data = done.spec.build()
    assert data.n_samples == done.n_samples > 0
    assert np.isfinite(data.inputs).all()
    edit = edits.set_dataset(Project(), done.spec)
    project_file.payload_of(edit.project, "again")


@cache
def _plain_texts() -> list[bytes]:
    made = [TABLE.replace("?", "1"), TABLE.replace("?", "1").replace(",", "\t"), "0,0,0\n0,1,1\n1,0,1\n1,1,0\n"]
    return [text.encode() for text in made]


def _read_plain_table(path: Path, _chance: Random) -> None:
    load_table(path)


@cache
def _weights() -> list[bytes]:
    values = np.random.default_rng(0).normal(size=17)
    names = ("a", "b"), ("c", "d")
    scripts = [
        form(spec, np.abs(values) + 0.1, *names) for form in (numpy_script, torch_script) for spec in (SPEC, RBF)
    ]
    return [script.encode() for script in scripts]


def _read_weights(path: Path, chance: Random) -> None:
    values = read_weights(path, chance.choice((SPEC, SPEC, RBF)))
    assert values.shape == (17,)
    assert np.isfinite(values).all()


def _weight_tables() -> list[bytes]:
    return [weights_table(spec, np.arange(17) / 8 + 1).encode() for spec in (SPEC, RBF)]


def _weight_arrays() -> list[bytes]:
    return [write_arrays(spec, np.arange(17) / 8 + 1) for spec in (SPEC, RBF)]


def _text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _read_start(path: Path, chance: Random) -> None:
    values = read_start(_text_of(path), 2, chance.choice((1, 1, 2)), chance.random() < 0.5)
    assert np.isfinite(values).all()


def _read_expression(path: Path, _chance: Random) -> None:
    graph = parse(_text_of(path))
    evaluate(graph, dict.fromkeys(graph.variables, 0.5))


def _read_pasted(path: Path, chance: Random) -> None:
    data = demo(chance.choice(("xor", "moons"))).dataset.build()
    problem: EngineError | None = None
    for block in readings(_text_of(path)):
        try:
            made = sample_block(block, data, chance.choice((0, 0, 0, 1)), chance.random() < 0.3)
        except EngineError as error:
            problem = error
        else:
            assert np.isfinite(made.inputs).all()
            return
    if problem is not None:
        raise problem


def _as_bytes(*texts: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode() for text in texts]


STARTS = "(1, 2, −3)", "0.5 0.5 1; 1 1 1", "（1，2，3）\n(4 5 6)"
EXPRESSIONS = "(x + y) * z - sin(2 * π * x)^2 / 3", "1 / (1 + e^-(w1 × x1 + w2 × x2))"
PASTED = "0\t1\t1\n1\t1\t0", "x1;x2;d\n0,5;1;1", "1, 2, 1\n", "1 2 0"
TEXT: tuple[Mutation, ...] = (in_bytes, in_words)
ARCHIVE: tuple[Mutation, ...] = (in_bytes, in_archive, in_archive)
READERS = {
    reader.name: reader
    for reader in (
        Reader("project", ".perceptra", _projects, (in_bytes, in_words, in_tree, in_tree, in_tree), _read_project),
        Reader("kept work", ".work", _kept_works, (in_bytes, in_words, in_first_line), _read_kept_work),
        Reader("lesson", ".toml", _lessons, TEXT, lambda path, _: load_lesson(path)),
        Reader("slides", slide_file.SUFFIX, _slides, ARCHIVE, lambda path, _: slide_file.load(path)),
        Reader("text table", ".csv", _texts, TEXT, _read_any_table),
        Reader("plain table", ".csv", _plain_texts, TEXT, _read_plain_table),
        Reader("arff", ".arff", _arffs, TEXT, _read_any_table),
        Reader("npz", ".npz", _npzs, ARCHIVE, _read_any_table),
        Reader("xlsx", ".xlsx", _xlsxs, ARCHIVE, _read_any_table),
        Reader("weights npz", ".npz", _weight_arrays, ARCHIVE, _read_weights),
        Reader("weights script", ".py", _weights, TEXT, _read_weights),
        Reader("weights table", ".csv", _weight_tables, TEXT, _read_weights),
        Reader("start", ".txt", _as_bytes(*STARTS), TEXT, _read_start, False),
        Reader("expression", ".txt", _as_bytes(*EXPRESSIONS), TEXT, _read_expression, False),
        Reader("pasted", ".txt", _as_bytes(*PASTED), TEXT, _read_pasted, False),
    )
}
