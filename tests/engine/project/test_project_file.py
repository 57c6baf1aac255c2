from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.datasets import DatasetSpec
from engine.network.network import Network
from engine.project.demos import DEMOS, demo
from engine.project.file import project_file
from engine.project.file.project_file import decode_project, encode, load, save
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import INITIAL_RANGE, LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.value_checks import LARGEST_SEED
from engine.training.trainer import Trainer
from tests.helpers.whole_project import project_with_everything

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "net.perceptra"


def contents(project: Project) -> dict[str, Any]:
    return json.loads(encode(project))  # type: ignore[no-any-return]


def complaint(payload: bytes | dict[str, Any]) -> str:
    raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    with pytest.raises(EngineError) as caught:
        decode_project(raw, "net.perceptra")
    text = str(caught.value)
    assert text.startswith("net.perceptra")
    return text


class TestRoundTrip:
    @pytest.mark.parametrize("name", DEMOS)
    def test_examples_come_back_equal(self, file: Path, name: str) -> None:
        save(demo(name), file)
        assert load(file) == demo(name)

    def test_everything_comes_back_to_the_bit(self, file: Path) -> None:
        project = project_with_everything()
        save(project, file)
        again = load(file)
        assert again == project
        assert again.run is not None
        assert again.run == project.run
        assert [layer.id for layer in again.network.layers] == [layer.id for layer in project.network.layers]
        assert encode(again) == file.read_bytes()

    def test_a_setting_that_older_versions_lack_stands_in_a_file_only_where_it_is_used(self, file: Path) -> None:
        save(Project(), file)
        assert "learning_rate_decay" not in file.read_text(encoding="utf-8")
        decaying = Project(training=TrainingSpec(learning_rate_decay=0.125))
        save(decaying, file)
        assert load(file) == decaying

    def test_a_run_goes_on_from_a_file_with_the_same_bits(self, file: Path) -> None:
        project = project_with_everything()
        assert project.parameters is not None
        assert project.run is not None
        networks = []
        for run in (project.run, None):
            network = Network(project.network)
            trainer = Trainer(network, project.dataset.build(), project.training)
            if run is None:
                save(project, file)
                run = load(file).run  # noqa: PLW2901 - the same run, by way of the file
                assert run is not None
            trainer.restore(run)
            trainer.run(epochs=20)
            networks.append(network.parameters.tobytes())
        assert networks[0] == networks[1]

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=3),
        st.floats(0, 0.999),
        st.floats(0, 1e300),
        st.integers(0, LARGEST_SEED),
    )
    def test_any_numbers_come_back(self, start: list[float], momentum: float, rate: float, seed: int) -> None:
        training = TrainingSpec(momentum=momentum, learning_rate=rate, seed=seed, max_epochs=None, target_error=rate)
        project = Project(
            DatasetSpec("custom", inputs=[start[:2]], targets=[[start[2]]]),
            NetworkSpec(2, (LayerSpec(1, "linear"),), initial_range=min(rate, INITIAL_RANGE.limits[1])),
            training,
            parameters=FrozenArray(start),
        )
        assert decode_project(encode(project), "x") == project

    def test_numpy_numbers_are_saved_as_numbers(self, file: Path) -> None:
        training = TrainingSpec(learning_rate=np.float64(0.1), batch_size=np.int64(2))  # type: ignore[arg-type]
        save(replace(Project(), training=training), file)
        assert load(file).training == TrainingSpec(learning_rate=0.1, batch_size=2)

    def test_a_run_of_other_data_is_left_out(self, file: Path) -> None:
        project = project_with_everything()
        save(replace(project, dataset=DatasetSpec("moons", n_samples=50)), file)
        assert load(file).run is None

    def test_a_byte_order_mark_does_no_harm(self) -> None:
        assert decode_project(b"\xef\xbb\xbf" + encode(Project()), "x") == Project()


class TestSaving:
    def test_what_cannot_be_saved_leaves_the_former_file(self, file: Path) -> None:
        save(Project(), file)
        before = file.read_bytes()
        for wrong in (
            replace(Project(), dataset=DatasetSpec(noise=float("nan"))),
            replace(Project(), dataset=DatasetSpec("moons", input_coding=(float("inf"), 1))),
            replace(Project(), dataset=DatasetSpec("parity3")),
            replace(Project(), parameters=FrozenArray(np.ones(3))),
            replace(Project(), parameters=FrozenArray(np.full(17, np.nan))),
        ):
            with pytest.raises(EngineError, match=r"cannot be saved as net\.perceptra"):
                save(wrong, file)
        assert file.read_bytes() == before
        assert os.listdir(file.parent) == [file.name]

    def test_a_failing_disk_leaves_the_former_file_and_nothing_else(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        save(Project(), file)
        before = file.read_bytes()

        def fail(*_arguments: object) -> None:
            raise OSError(28, "No space left on device")

        for name in ("fsync", "replace"):
            with monkeypatch.context() as patch:
                patch.setattr(project_file.os, name, fail)
                with pytest.raises(EngineError, match="no space left on the disk"):
                    save(demo("moons"), file)
            assert file.read_bytes() == before
            assert os.listdir(file.parent) == [file.name]

    def test_places_that_cannot_be_written_are_named(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none" / "net.perceptra", tmp_path, Path("a\0b")):
            with pytest.raises(EngineError, match=r"could not be saved|not a file"):
                save(Project(), path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
    def test_only_files_are_replaced(self, tmp_path: Path) -> None:
        """Whoever may write anywhere must not replace a device or a pipe by a project."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(EngineError, match="not a file"):
            save(Project(), pipe)
        assert pipe.is_fifo()

    def test_too_many_samples_are_said_so(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(project_file, "MAX_FILE_BYTES", 1000)
        with pytest.raises(EngineError, match="the limit is"):
            save(Project(), file)

    @pytest.mark.skipif(os.name != "posix", reason="links and permissions of POSIX")
    def test_links_and_permissions_stay(self, tmp_path: Path) -> None:
        real, link = tmp_path / "real.perceptra", tmp_path / "link.perceptra"
        save(Project(), real)
        real.chmod(0o640)
        link.symlink_to(real)
        save(demo("moons"), link)
        assert link.is_symlink()
        assert load(real) == demo("moons")
        assert real.stat().st_mode & 0o777 == 0o640


class TestComplaints:
    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"", "is no Perceptra project"),
            (b"{}", "is no Perceptra project"),
            (b"[1, 2]", "is no Perceptra project"),
            (b'{"format": "other", "version": 1}', "is no Perceptra project; choose"),
            (b'{"format": "perceptra-project", "version": 99, "extra": []}', "newer Perceptra"),
            (b'{"format": "perceptra-project", "version": 0}', "no Perceptra ever wrote"),
            (b'{"format": "perceptra-project", "version": -1}', "is no Perceptra project"),
            (b'{"format": "perceptra-project", "version": 1}', "dataset is missing"),
            (b"\x80\x04\x95K\x00", "binary file"),
            (b"\x89PNG\r\n", "not UTF-8"),
            (b"[" * 100_000, "is no Perceptra project"),
            (b'{"a":' * 100_000, "is no Perceptra project"),
            (encode(Project())[:400], "is no Perceptra project, or is damaged"),
            (encode(Project()).decode().encode("utf-16"), "UTF-16"),
            (encode(Project()).replace(b'"version": 3', b'"version": 2e400'), "is no Perceptra project"),
        ],
    )
    def test_what_is_no_project_is_refused(self, raw: bytes, says: str) -> None:
        assert says in complaint(raw)

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (lambda c: c.update(extra=1), "field extra: there is no 'extra'"),
            (lambda c: c["network"].update(n_inputs=3), "3 inputs"),
            (lambda c: c["network"].update(n_inputs=10**12), "n_inputs"),
            (lambda c: c["network"].update(layers=[]), "layers"),
            (lambda c: c["network"].update(layers=c["network"]["layers"] * 10), "layers"),
            (lambda c: c["network"]["layers"][0].update(units=10**6), "units"),
            (lambda c: c["network"]["layers"][0].update(units=5), "'parameters' has shape"),
            (lambda c: c["network"]["layers"][0].update(activation="__import__"), "activation"),
            (lambda c: c["training"].update(rule="guess"), "rule"),
            (lambda c: c["training"].update(learning_rate=None), "learning_rate"),
            (lambda c: c["training"].update(learning_rate=-1), "learning rate"),
            (lambda c: c["training"].update(momentum=1.5), "momentum"),
            (lambda c: c["training"].update(seed=2**60), "seed"),
            (lambda c: c["dataset"].update(name="nothing"), "nothing"),
            (lambda c: c["dataset"].update(target_coding=[0, 1, 2]), "target_coding"),
            (lambda c: c["dataset"].update(target_names=["a", "b"]), "name is needed"),
            (lambda c: c["dataset"]["inputs"].update(shape=[10**9, 2]), "too large"),
            (lambda c: c["dataset"]["inputs"].update(shape=[2**53, 0], data=""), "hold"),
            (lambda c: c["dataset"]["inputs"].update(shape=[0, 2**53], data=""), "too large"),
            (lambda c: c["dataset"]["inputs"].update(shape=[3, 2]), "does not fit"),
            (lambda c: c["dataset"]["inputs"].update(shape=[-1, 2]), "shape"),
            (lambda c: c["dataset"]["inputs"].update(data="!!!"), "data"),
            (lambda c: c["dataset"]["inputs"].update(type="object"), "type"),
            (lambda c: c["dataset"]["inputs"].update(type="int64"), "float64 is needed"),
            (lambda c: c["dataset"]["inputs"].update(data="AAAAAAAA+H8=" * 18), "damaged"),
            (lambda c: c["locked"].update(data="AgICAgICAgICAgICAgICAgI="), "mask"),
            (lambda c: c["parameters"].update(shape=[1], data="AAAAAAAA+H8="), "shape"),
            (lambda c: c["run"].update(position=99), "data set"),
            (lambda c: c["run"].update(epoch=-1), "epoch"),
            (lambda c: c["run"].update(rng_state="{}"), "random state"),
            (lambda c: c["run"].update(rng_state="[" * 3000), "random state"),
            (lambda c: c["run"].update(stop_reason="bored"), "stop_reason"),
            (
                lambda c: c["run"]["scalars"].update(data="AAAAAAAA+H8AAAAAAAD4fwAAAAAAAPh/" * 3 + "AAAAAAAA+H8="),
                "run",
            ),
            (lambda c: c["run"]["scalars"].update(shape=[2, 5]), "damaged; reset"),
            (lambda c: c["run"]["memory"].update(shape=[17, 4]), "damaged; reset"),
            (lambda c: c["run"]["curve"].update(shape=[5, 7]), "curve"),
        ],
    )
    def test_each_damage_is_refused_with_its_place(self, change: Change, says: str) -> None:
        damaged = contents(project_with_everything())
        change(damaged)
        assert says in complaint(damaged)

    def test_a_misspelt_field_has_its_line_and_the_name_that_was_meant(self) -> None:
        text = encode(project_with_everything()).decode()
        for wrong, right in (("momentun", "momentum"), ("dataste", "dataset"), ("lernrate", "learning_rate")):
            changed = text.replace(f'"{right}":', f'"{wrong}":', 1)
            line = changed[: changed.index(f'"{wrong}"')].count("\n") + 1
            with pytest.raises(EngineError) as caught:
                decode_project(changed.encode(), "net.perceptra")
            assert f"line {line}, field " in str(caught.value)
            assert f"{wrong}: there is no '{wrong}'" in str(caught.value)
            if wrong != "lernrate":
                assert f"did you mean {right}?" in str(caught.value)

    @pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.99])
    def test_a_file_that_ends_in_the_middle_is_called_so(self, share: float) -> None:
        text = encode(project_with_everything())
        with pytest.raises(EngineError, match="it ends in the middle"):
            decode_project(text[: int(len(text) * share)], "net.perceptra")

    def test_a_wrong_character_has_its_line(self) -> None:
        lines = encode(Project()).decode().split("\n")
        lines[7] = lines[7].replace(":", ";")
        with pytest.raises(EngineError, match="line 8 cannot be read at character"):
            decode_project("\n".join(lines).encode(), "net.perceptra")

    def test_files_that_are_not_there_or_too_large(self, tmp_path: Path) -> None:
        huge = tmp_path / "huge.perceptra"
        with huge.open("wb") as handle:
            handle.truncate(10**12)
        for path in (huge, tmp_path, tmp_path / "none.perceptra", Path("/dev/zero")):
            with pytest.raises(EngineError, match=path.name):
                load(path)


def test_an_older_version_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(old: dict[str, Any]) -> dict[str, Any]:
        return {**{name: value for name, value in old.items() if name != "net"}, "network": old["net"]}

    monkeypatch.setitem(project_file.MIGRATIONS, 0, rename)
    old = contents(Project())
    old = {**old, "version": 0, "net": old.pop("network")}
    assert decode_project(json.dumps(old).encode(), "old") == Project()
    old["net"]["n_inputs"] = "two"
    assert "n_inputs" in complaint(old)


def test_damaged_files_load_or_complain() -> None:
    chance = random.Random(1)
    source = encode(project_with_everything())
    pool = [b"", b"\0", b"\xff", b'"', b"0", b"9", b"-", b"null", b"1e999", b"[", b"}", b"A", b"\\u0000", b"true"]
    outcomes = {outcome(damaged(source, chance, pool)) for _ in range(3000)}
    assert outcomes == {"loaded", "refused"}


def test_files_with_other_values_load_or_complain() -> None:
    chance = random.Random(2)
    values = [None, -1, 0, 1, 2**40, 2**70, 0.5, 1e300, "", "xor", "sigmoid", [], [1], {}, True, "AAAA"]
    source = json.dumps(contents(project_with_everything()))
    for _ in range(1500):
        changed = json.loads(source)
        place = changed
        while True:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.2:
                break
            place = place[key]
        place[key] = chance.choice(values)
        assert outcome(json.dumps(changed).encode()) in ("loaded", "refused")


def damaged(source: bytes, chance: random.Random, pool: list[bytes]) -> bytes:
    raw = bytearray(source)
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(len(raw))
        raw[place : place + chance.randrange(3)] = chance.choice(pool)
    return bytes(raw[: chance.randrange(len(raw))] if chance.random() < 0.1 else raw)


def outcome(raw: bytes) -> str:
    try:
        project = decode_project(raw, "net.perceptra")
    except EngineError as error:
        return "refused" if "net.perceptra" in str(error) else f"refused without a name: {error}"
    if project.run is not None:  # what was let in must be fit for the trainer, whose kernels check no bounds
        restore(project)
    return "loaded"


def restore(project: Project) -> None:
    trainer = Trainer(Network(project.network), project.dataset.build(), project.training)
    assert project.run is not None
    trainer.restore(project.run)
    trainer.advance(3)
