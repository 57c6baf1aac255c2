"""Every rule, activation, loss and training setting has all that its declaration promises, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace

import numpy as np
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from engine.export import numpy_script, onnx_model, torch_script
from engine.network.network import Network
from engine.project.file.project_file import decode_project, encode
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE, RULES
from engine.spec.specs import INITIAL_RANGE, LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.training_spec import SETTINGS
from gui.features.training.training_fields import make_box
from gui.toolkit import translation
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.words.activation_words import ACTIVATION_WORDS, activation_name, activation_title
from gui.words.loss_words import LOSS_WORDS, loss_hint, loss_name, loss_of_sample, loss_report, loss_title
from gui.words.notation import Notation
from gui.words.rule_words import RULE_WORDS, rule_hint, rule_name, rule_report, rule_title
from gui.words.setting_texts import training_settings
from gui.words.setting_words import SETTING_WORDS, setting_hint, setting_label, setting_none, setting_undo

ON_THE_PANEL = [name for name, words in SETTING_WORDS.items() if words.section]
WITHOUT_A_BOX = {"milestones"}  # they are chosen in a tab of their own
OTHERS = {
    "rule": "adam", "loss": "cross_entropy", "shuffle": True, "stop_when_all_right": True, "milestones": (3, 4),
}  # fmt: skip
"""Values of settings that are no numbers, other than those to begin with."""


@pytest.fixture(params=["English", "Chinese"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translator = QTranslator()
    if request.param == "Chinese":
        assert translator.load(str(translation.FOLDER / "perceptra_zh_CN.qm"))
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def assert_said(text: str, language: str) -> None:
    """That there are words, none of them a placeholder that was left, and in Chinese where that is the language."""
    assert text.strip()
    assert "{" not in text
    if language == "Chinese" and len(text) > 20:
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text), text


def codes_of(entries: dict[str, object]) -> list[int]:
    return [entry.code for entry in entries.values()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("entries", "words"), [
    (RULE_TABLE, RULE_WORDS), (LOSSES, LOSS_WORDS), (ACTIVATIONS, ACTIVATION_WORDS),
])  # fmt: skip
def test_every_entry_has_words_and_a_code_of_its_own(entries: dict[str, object], words: dict[str, object]) -> None:
    assert set(words) == set(entries)
    assert all(entry.name == name and entry.formula for name, entry in entries.items())  # type: ignore[attr-defined]
    assert len(set(codes_of(entries))) == len(entries)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_said_in_both_languages(name: str, language: str) -> None:
    for text in (rule_title(name), rule_hint(name), rule_name(name), rule_report(name)):
        assert_said(text, language)
    assert RULE_TABLE[name].source


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_said_in_both_languages(name: str, language: str) -> None:
    for text in (loss_title(name), loss_hint(name), loss_name(name), loss_report(name), loss_of_sample(name)):
        assert_said(text, language)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_is_said_in_both_languages(name: str, language: str) -> None:
    for text in (activation_title(name), activation_name(name)):
        assert_said(text, language)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_has_every_export(name: str) -> None:
    layer = LayerSpec(3, name, "rbf" if ACTIVATIONS[name].is_radial else "dense")
    compares = ACTIVATIONS[name].compares_units
    network = Network(NetworkSpec(2, (layer,) if compares else (layer, LayerSpec(2, "linear"))), seed=1)
    names = ("x1", "x2"), tuple(f"y{k}" for k in range(network.spec.n_outputs))
    space: dict[str, object] = {"__name__": "exported"}
    exec(compile(numpy_script(network.spec, network.parameters, *names), "exported", "exec"), space)
    inputs = np.random.default_rng(1).normal(size=(7, 2))
    answers = space["predict"](inputs)  # type: ignore[operator]
    np.testing.assert_allclose(answers, network.predict(inputs), rtol=0, atol=1e-12)
    compile(torch_script(network.spec, network.parameters, *names), "exported", "exec")
    pytest.importorskip("onnx", reason="onnx is not installed")
    assert onnx_model(network.spec, network.parameters)  # which checks what it writes


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_slope_in_symbols_is_the_derivative(name: str) -> None:
    entry = ACTIVATIONS[name]
    if not entry.slope:
        return
    net = 0.3
    output, slope = (float(f(np.array([net]))[0]) for f in (entry.function, entry.derivative))
    text = entry.slope.format(y=f"({output!r})").replace("e^(−", "np.exp(-").replace("−", "-").replace("·", "*")
    assert eval(text.replace("½", "0.5").replace("²", "**2"), {"np": np}) == pytest.approx(slope, rel=1e-12)


def test_every_setting_has_words_and_the_panel_shows_all_but_the_milestones() -> None:
    assert [each.name for each in fields(TrainingSpec)] == list(SETTINGS)
    assert set(SETTINGS) <= set(SETTING_WORDS)
    assert set(SETTINGS) - set(ON_THE_PANEL) == WITHOUT_A_BOX


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", ON_THE_PANEL)
def test_a_setting_is_said_in_both_languages(name: str, rule: str, language: str) -> None:
    assert_said(setting_label(name, Notation()), language)
    assert_said(setting_hint(name, rule), language)
    if name in SETTINGS and SETTINGS[name].none_at:
        assert_said(setting_none(name), language)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_has_an_undo_step_and_a_line_in_reports(name: str, language: str) -> None:
    value = OTHERS.get(name, 2)
    assert_said(setting_undo(name, value), language)
    lines = {line.key: line for line in training_settings(TrainingSpec(max_epochs=None, batch_size=None))}
    assert (name in lines) == (name not in WITHOUT_A_BOX)
    if name in lines:
        assert_said(lines[name].label, language)
        assert_said(lines[name].value, language)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_comes_back_from_a_file(name: str) -> None:
    value = OTHERS.get(name, 2 if SETTINGS[name].kind == "count" else 0.25)
    project = Project(training=replace(TrainingSpec(), **{name: value}))
    assert project.training != TrainingSpec()
    assert decode_project(encode(project), "file") == project


@pytest.mark.parametrize("name", [name for name in SETTINGS if name not in WITHOUT_A_BOX])
def test_the_window_offers_only_what_is_allowed(name: str, qapp: QApplication) -> None:
    setting = SETTINGS[name]
    assert make_box(setting) is not None
    for value in setting.limits if setting.kind in ("number", "count") else setting.choices:
        chosen = None if value == setting.none_value else value
        replace(TrainingSpec(), **{name: int(chosen) if setting.kind == "count" and chosen is not None else chosen})
    if setting.kind == "number":
        with pytest.raises(EngineError):
            replace(TrainingSpec(), **{name: -1e-9})


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if setting.kind == "count"])
def test_a_count_of_a_file_or_a_script_has_the_limits_of_its_box(name: str, qapp: QApplication) -> None:
    box = make_box(SETTINGS[name])
    assert isinstance(box, CountBox)
    assert (box.minimum(), box.maximum()) == SETTINGS[name].limits
    text = encode(replace(Project(), training=replace(TrainingSpec(), **{name: 7}))).decode()
    for value in (box.minimum() - 1, box.maximum() + 1):
        changed = re.sub(rf'"{name}": 7\b', f'"{name}": {value}', text.partition('"training"')[2])
        with pytest.raises(EngineError, match=r"file (is damaged|cannot be opened)"):
            decode_project((text.partition('"training"')[0] + '"training"' + changed).encode(), "file")
        with pytest.raises(EngineError):
            replace(TrainingSpec(), **{name: value})


def test_the_range_of_the_start_has_the_limits_of_its_box_in_files_and_scripts_too(qapp: QApplication) -> None:
    box = make_box(INITIAL_RANGE)
    assert isinstance(box, NumberBox)
    for value in (box.minimum(), box.maximum()):
        assert np.abs(Network(NetworkSpec(2, (LayerSpec(3),), initial_range=value)).parameters).max() <= value
    with pytest.raises(EngineError, match=r"The initial range must be a number from 0 to 1000; got 1e\+308"):
        NetworkSpec(2, (LayerSpec(3),), initial_range=1e308)
