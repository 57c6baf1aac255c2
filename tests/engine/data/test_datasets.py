from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.data.datasets import GENERATORS, LOGIC_GATES, REAL_SETS, DatasetSpec, logic_gate, make, names, settings_of
from engine.spec.errors import EngineError
from engine.spec.value_checks import LARGEST_SEED


class TestGates:
    def test_all_sixteen_functions_of_two_inputs_are_there_once(self) -> None:
        tables = [table for table in LOGIC_GATES.values() if len(table) == 4]
        assert len(tables) == len(set(tables)) == 16

    def test_the_named_ones_come_first(self) -> None:
        assert list(LOGIC_GATES)[:6] == ["and", "or", "xor", "nand", "nor", "xnor"]
        assert list(LOGIC_GATES)[-3:] == ["and3", "majority3", "parity3"]

    def test_rows_count_from_00_with_x1_the_high_bit(self) -> None:
        data = logic_gate("xor")
        assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
        assert data.targets.tolist() == [[0], [1], [1], [0]]

    @pytest.mark.parametrize("name", [name for name, table in LOGIC_GATES.items() if len(table) == 4])
    def test_a_formula_says_what_the_gate_does(self, name: str) -> None:
        formula = {
            "and": "x1 and x2",
            "or": "x1 or x2",
            "xor": "x1 != x2",
            "nand": "not (x1 and x2)",
            "nor": "not (x1 or x2)",
            "xnor": "x1 == x2",
        }.get(name, name)
        expected = [int(bool(eval(formula, {"x1": x1, "x2": x2}))) for x1 in (0, 1) for x2 in (0, 1)]
        assert list(LOGIC_GATES[name]) == expected

    def test_three_inputs_are_counted(self) -> None:
        for name, function in (("and3", np.min), ("majority3", np.median), ("parity3", lambda row: sum(row) % 2)):
            data = logic_gate(name)
            assert data.inputs.shape == (8, 3)
            assert data.targets.ravel().tolist() == [function(row) for row in data.inputs]

    def test_codings_rewrite_inputs_and_targets_apart(self) -> None:
        data = logic_gate("and", input_coding=(0, 1), target_coding=(-1, 1))
        assert data.inputs.max() == 1
        assert data.inputs.min() == 0
        assert data.targets.ravel().tolist() == [-1, -1, -1, 1]
        assert logic_gate("and", input_coding=(-1, 1)).inputs[0].tolist() == [-1, -1]

    def test_a_constant_gate_knows_both_codes(self) -> None:
        assert logic_gate("1", target_coding=(-1, 1)).target_codes == (-1, 1)
        assert logic_gate("0", target_coding=(0.1, 0.9)).target_codes == (0.1, 0.9)

    @pytest.mark.parametrize("coding", [(1, 0), (0, 0), (0, np.nan), (0,), (0, 1, 2), ("a", "b"), 5])
    def test_codes_that_cannot_be_told_apart_are_refused(self, coding: tuple[float, float]) -> None:
        with pytest.raises(EngineError):
            logic_gate("and", target_coding=coding)

    @pytest.mark.parametrize("name", ["XOR", "", "and4", None, ["and"]])
    def test_unknown_names_are_refused(self, name: str) -> None:
        with pytest.raises(EngineError, match="choose one of and, or, xor"):
            logic_gate(name)


class TestPointSets:
    @pytest.mark.parametrize("name", GENERATORS)
    def test_classes_are_balanced_and_shuffled(self, name: str) -> None:
        for classes in range(GENERATORS[name].classes[0], GENERATORS[name].classes[1] + 1):
            data = make(name, n_samples=101, n_classes=classes)
            counts = np.bincount(data.labels(), minlength=classes)
            assert (data.n_samples, data.n_classes, counts.max() - counts.min()) == (101, classes, 1)
            assert data.n_outputs == (1 if classes == 2 else classes)
            assert (np.diff(data.labels()) != 0).sum() > 20

    @pytest.mark.parametrize("name", GENERATORS)
    def test_figures_fit_the_window_and_their_classes_lie_apart(self, name: str) -> None:
        for seed in range(20):
            data = make(name, n_samples=150, seed=seed, n_classes=GENERATORS[name].classes[1])
            assert np.abs(data.inputs).max() <= 1.5
            distance = np.linalg.norm(data.inputs[:, np.newaxis] - data.inputs, axis=2)
            other = data.labels()[:, np.newaxis] != data.labels()
            assert distance[other].min() > 0.02

    @pytest.mark.parametrize("name", GENERATORS)
    def test_the_same_seed_gives_the_same_bits_and_another_seed_other_points(self, name: str) -> None:
        assert make(name, noise=0.1, seed=4).inputs.tobytes() == make(name, noise=0.1, seed=4).inputs.tobytes()
        assert not np.array_equal(make(name, seed=4).inputs, make(name, seed=5).inputs)

    @pytest.mark.parametrize("name", GENERATORS)
    def test_noise_moves_the_very_same_points(self, name: str) -> None:
        clean, little, much = (make(name, n_samples=2000, noise=noise, seed=1) for noise in (0, 0.1, 0.2))
        assert np.array_equal(clean.targets, much.targets)
        assert np.allclose(much.inputs - clean.inputs, 2 * (little.inputs - clean.inputs))
        assert (little.inputs - clean.inputs).std() == pytest.approx(0.1, rel=0.05)

    def test_targets_take_the_asked_codes(self) -> None:
        assert make("moons", target_coding=(-1, 1)).target_codes == (-1, 1)
        assert set(np.unique(make("blobs", n_classes=4, target_coding=(-1, 1)).targets)) == {-1, 1}

    @pytest.mark.parametrize(
        "wrong",
        [
            {"n_samples": 1},
            {"n_samples": 10**9},
            {"n_samples": 2.5},
            {"n_samples": True},
            {"noise": -0.1},
            {"noise": float("nan")},
            {"noise": 1e9},
            {"seed": -1},
            {"seed": 2**60},
            {"n_classes": 3},
            {"name": "rings"},
        ],
    )
    def test_settings_out_of_range_are_refused(self, wrong: dict[str, object]) -> None:
        with pytest.raises(EngineError):
            make(**({"name": "moons"} | wrong))  # type: ignore[arg-type]


class TestRecipes:
    @pytest.mark.parametrize("name", names())
    def test_every_name_builds(self, name: str) -> None:
        data = DatasetSpec(name).build()
        assert data.n_samples > 0
        assert data.task == ("classes" if name in REAL_SETS else "values" if name == "function" else "binary")

    def test_a_recipe_builds_what_the_functions_make(self) -> None:
        for spec, data in (
            (DatasetSpec("and", target_coding=(-1, 1)), logic_gate("and", target_coding=(-1, 1))),
            (DatasetSpec("moons", noise=0.2, seed=7), make("moons", noise=0.2, seed=7)),
            (DatasetSpec("blobs", n_classes=4, n_samples=30), make("blobs", n_samples=30, n_classes=4)),
        ):
            built = spec.build()
            assert built.inputs.tobytes() == data.inputs.tobytes()
            assert built.targets.tobytes() == data.targets.tobytes()

    def test_the_lecture_has_three_samples(self) -> None:
        data = DatasetSpec("lecture_samples").build()
        assert data.inputs.tolist() == [[1, -2, 0], [0, 1.5, -0.5], [-1, 1, 0.5]]
        assert (data.targets.ravel().tolist(), data.target_codes) == ([-1, -1, 1], (-1, 1))

    @pytest.mark.parametrize("n_inputs", [1, 2, 3, 4, 5])
    def test_truth_tables_have_one_to_five_inputs(self, n_inputs: int) -> None:
        table = tuple(row % 2 for row in range(2**n_inputs))
        data = DatasetSpec("truth_table", truth_table=table).build()
        assert data.inputs.shape == (2**n_inputs, n_inputs)
        assert np.array_equal(data.targets.ravel(), data.inputs[:, -1])

    def test_noise_moves_gates_too(self) -> None:
        clean, moved = DatasetSpec("xor").build(), DatasetSpec("xor", noise=0.1).build()
        assert 0 < np.abs(moved.inputs - clean.inputs).max() < 1
        assert np.array_equal(moved.targets, clean.targets)

    def test_settings_of_a_data_set_are_those_that_matter(self) -> None:
        for name in names():
            plain = DatasetSpec(name).build()
            for field, value in (("noise", 0.3), ("seed", 3), ("n_samples", 50), ("input_coding", (-1, 1))):
                before = DatasetSpec(name, noise=0.1, test_share=0.2 if name in REAL_SETS else 0.0)
                changes = not _same(replace(before, **{field: value}).build(), before.build())
                assert changes == (field in settings_of(name)), (name, field)
            assert plain.n_samples == 200 or "n_samples" not in settings_of(name)

    @pytest.mark.parametrize("name", ["xor", "moons", "parity3"])
    def test_a_test_share_takes_samples_away_in_their_order(self, name: str) -> None:
        whole = DatasetSpec(name).build()
        data = DatasetSpec(name, test_share=0.25).build()
        assert data.n_test_samples == whole.n_samples // 4
        rows = [row.tolist() for row in whole.inputs]
        places = [rows.index(row.tolist()) for row in data.inputs]
        assert places == sorted(places)
        assert len({*places, *(rows.index(row.tolist()) for row in data.test_inputs)}) == whole.n_samples

    @given(st.integers(1, 12), st.floats(0, 0.999))
    def test_one_sample_always_stays_for_training(self, count: int, share: float) -> None:
        rows = np.arange(2.0 * count).reshape(count, 2)
        data = DatasetSpec("custom", inputs=rows, targets=rows[:, :1] % 4 / 2, test_share=share).build()
        assert data.n_samples >= 1
        assert data.n_samples + data.n_test_samples == count

    def test_own_samples_come_back_to_the_bit(self) -> None:
        inputs = np.random.default_rng(0).normal(size=(9, 3))
        spec = DatasetSpec("custom", inputs=inputs, targets=inputs[:, :1], input_names=("a", "b", "c"))
        data = spec.build()
        assert data.inputs.tobytes() == inputs.tobytes()
        assert (data.input_names, data.task) == (("a", "b", "c"), "values")

    def test_own_samples_without_any_are_an_empty_plane(self) -> None:
        data = DatasetSpec("custom").build()
        assert (data.inputs.shape, data.targets.shape, data.task) == ((0, 2), (0, 1), "binary")

    def test_recipes_compare_by_content(self) -> None:
        rows = [[0.0, 1.0]]
        assert DatasetSpec("custom", inputs=rows) == DatasetSpec("custom", inputs=np.array(rows))
        assert hash(DatasetSpec("custom", inputs=rows)) == hash(DatasetSpec("custom", inputs=np.array(rows)))
        assert DatasetSpec(input_coding=[0, 1]) == DatasetSpec()  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "spec",
        [
            DatasetSpec("nothing"),
            DatasetSpec("truth_table"),
            DatasetSpec("truth_table", truth_table=(0, 1, 2, 0)),
            DatasetSpec("truth_table", truth_table=(0,) * 64),
            DatasetSpec("moons", test_share=1.0),
            DatasetSpec("moons", test_share=float("nan")),
            DatasetSpec("blobs", n_classes=9),
            DatasetSpec("custom", inputs=[[1, 2]], targets=[[1], [2]]),
            DatasetSpec("custom", inputs=[[1, 2]], targets=[[1]], test_inputs=[[1, 2]]),
            DatasetSpec("custom", inputs=[[1, 2]], targets=[[float("nan")]]),
            DatasetSpec("custom", inputs=[1.0, 2.0], targets=[[1], [2]]),
        ],
    )
    def test_recipes_that_cannot_work_are_refused(self, spec: DatasetSpec) -> None:
        with pytest.raises(EngineError):
            spec.build()


@settings(deadline=None)
@given(
    st.builds(
        DatasetSpec,
        name=st.sampled_from(names()),
        n_samples=st.integers(2, 30),
        noise=st.floats(0, 1),
        test_share=st.floats(0, 0.9),
        seed=st.integers(0, LARGEST_SEED),
        target_coding=st.sampled_from([(0.0, 1.0), (-1.0, 1.0), (0.1, 0.9)]),
    )
)
def test_the_same_recipe_is_the_same_data(spec: DatasetSpec) -> None:
    data = spec.build()
    assert _same(data, spec.build())
    assert data.task == ("classes" if spec.name in REAL_SETS else "values" if spec.name == "function" else "binary")
    assert np.isfinite(data.inputs).all()


def test_data_and_projects_need_no_compiler_to_be_imported() -> None:
    code = (
        "import sys, engine.data.datasets, engine.project.project, engine.project.edits, "
        "engine.project.file.project_file, engine.project.demos;"
        "print([name for name in ('numba', 'scipy', 'PySide6') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"


def _same(one: Dataset, other: Dataset) -> bool:
    parts = ("inputs", "targets", "test_inputs", "test_targets")
    return all(getattr(one, part).tobytes() == getattr(other, part).tobytes() for part in parts)
