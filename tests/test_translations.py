"""The Chinese texts are complete and up to date, and the language changes at run time."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit import translation

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".setup"))
import engine_texts  # noqa: E402

CHINESE = translation.FOLDER / "perceptra_zh_CN.ts"

# Names and symbols that are written the same in both languages.
SAME_IN_CHINESE = {
    *("Sigmoid", "Tanh", "tanh", "ReLU", "Softmax", "softmax", "sgn", "Rprop", "Adam", "Xavier", "He", "L1", "L2"),
    *("Softplus", "softplus"),
    *("x₁", "x₂", "RBF", "CSV …", "RMSE", "MAE", "R²", "F1", "Xavier (Glorot)", "Perceptra"),
}

Message = tuple[str, str, str, str]  # context, source, comment, translation


def read_messages(file: Path) -> list[Message]:
    messages = []
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            texts = [message.findtext(tag) or "" for tag in ("source", "comment", "translation")]
            messages.append((context.findtext("name") or "", *texts))
    return messages


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the Chinese texts after `make translations`."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copy(CHINESE, folder)
    subprocess.run([sys.executable, str(ROOT / ".setup" / "translations.py"), str(folder)], check=True)
    return folder / CHINESE.name


def test_the_texts_are_those_of_the_sources(refreshed: Path) -> None:
    committed, fresh = set(read_messages(CHINESE)), set(read_messages(refreshed))
    assert (sorted(fresh - committed), sorted(committed - fresh)) == ([], []), "run: make translations"


def test_the_compiled_file_is_up_to_date(refreshed: Path) -> None:
    for name in (CHINESE.with_suffix(".qm").name, f"{CHINESE.stem}_lecture.qm"):
        assert (refreshed.parent / name).read_bytes() == (CHINESE.parent / name).read_bytes(), "run: make translations"


def test_every_text_is_translated() -> None:
    assert [message for message in read_messages(CHINESE) if not message[3].strip()] == []
    assert re.findall(r'type="\w+"', CHINESE.read_text(encoding="utf-8")) == []  # unfinished, obsolete, vanished


def test_no_chinese_text_is_the_english_one() -> None:
    def without_placeholders(text: str) -> str:
        return re.sub(r"\{[^}]*\}", "", text)

    same = {source for _, source, _, chinese in read_messages(CHINESE) if chinese == source}
    assert {text for text in same if re.search(r"[A-Za-z]", without_placeholders(text))} <= SAME_IN_CHINESE


@pytest.mark.parametrize(
    ("other", "term"),
    [
        ("单元(?!格)", "神经元"),
        ("你", "您"),
        ("正向", "前向"),
        ("学习记录", "学习过程"),
        ("训练记录", "运行记录"),
        ("误差之和", "误差总和"),
        ("加工", "预处理"),
    ],
)
def test_one_thing_has_one_chinese_name(other: str, term: str) -> None:
    """In the window, in the lessons and in the guide; `term` is the name, `other` another one for the same thing."""
    resources = translation.FOLDER.parent
    texts = [CHINESE, *(resources / "lessons").glob("*.toml"), resources / "help" / "guide_zh_CN.md"]
    found = [(path.name, line) for path in texts for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(name, line) for name, line in found if re.search(other, line)] == []
    assert any(term in line for _name, line in found)


def test_placeholders_are_kept() -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(set(re.findall(r"\{[^}]*\}|%\d|%n", text)))

    wrong = [message for message in read_messages(CHINESE) if placeholders(message[1]) != placeholders(message[3])]
    assert wrong == []


def test_mnemonics_are_kept() -> None:
    def mnemonics(text: str) -> list[str]:
        return [letter.lower() for letter in re.findall(r"&(\w)", text.replace("&&", ""))]

    wrong = [message for message in read_messages(CHINESE) if mnemonics(message[1]) != mnemonics(message[3])]
    assert wrong == []


def _calls() -> Iterator[tuple[Path, str, str, ast.Call]]:
    """Every call in the window's sources by which a text is translated, with the class round it and the function."""
    for path in sorted((ROOT / "gui").rglob("*.py")):
        yield from ((path, *found) for found in _calls_in(ast.parse(path.read_text(encoding="utf-8")), ""))


def _calls_in(node: ast.AST, owner: str) -> Iterator[tuple[str, str, ast.Call]]:
    owner = node.name if isinstance(node, ast.ClassDef) else owner
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in ("tr", "QT_TR_NOOP") or (name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1):
            yield owner, name, node
    for child in ast.iter_child_nodes(node):
        yield from _calls_in(child, owner)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts_of_the_sources() -> set[tuple[str, str, str]]:
    """Context, source and comment of every text that is written in a call; those of the engine have one context."""
    found = {(engine_texts.CONTEXT, text, "") for text in engine_texts.engine_texts(ROOT / "engine")}
    for _, owner, name, call in _calls():
        arguments = [_literal(argument) for argument in call.args]
        if name in ("tr", "QT_TR_NOOP"):
            arguments.insert(0, owner)
        context, text, *comment = arguments
        if context is not None and text is not None:
            found.add((context, text, (comment[0] if comment else "") or ""))
    return found


def test_no_translation_is_lost_and_none_is_left_over() -> None:
    """Read off the sources without Qt's tool: as many messages as there are texts, each in the context asked for."""
    translated = [message[:3] for message in read_messages(CHINESE)]
    assert len(translated) == len(set(translated))
    in_sources = _texts_of_the_sources()
    assert (sorted(in_sources - set(translated)), sorted(set(translated) - in_sources)) == ([], [])


def test_a_context_that_texts_are_marked_for_is_asked_for_them() -> None:
    """Texts in a table are translated where they are shown: under another context they would silently stay English."""
    marked, asked = set(), set()
    for path in sorted((ROOT / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > 1:
                is_mark = getattr(node.func, "id", "") == "QT_TRANSLATE_NOOP"
                if is_mark or _literal(node.args[1]) is None:
                    (marked if is_mark else asked).add(_literal(node.args[0]))
    assert marked
    assert marked - asked == set()


def test_every_message_is_found_in_the_compiled_file(qapp: QApplication) -> None:
    translation.install(qapp, "zh_CN")
    translate = QCoreApplication.translate
    messages = read_messages(CHINESE)
    assert [message for message in messages if translate(*message[:2], message[2] or None) != message[3]] == []


def test_no_text_escapes_the_collection() -> None:
    """What the collecting tool does not understand would silently stay English."""
    escaped = [
        f"{path.name}:{call.lineno}: put a plain string into {name}()"
        for path, _, name, call in _calls()
        for text in call.args[name in ("translate", "QT_TRANSLATE_NOOP") :][:1]
        if isinstance(text, ast.JoinedStr | ast.BinOp | ast.IfExp)
    ]
    assert escaped == []


class Listener(QWidget):
    """Counts the changes of language."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        self.changes += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_the_language_changes_at_run_time_with_one_event(qapp: QApplication, qtbot: QtBot) -> None:
    listener = Listener()
    qtbot.addWidget(listener)
    translation.install(qapp, "zh_CN")
    assert listener.changes == 1
    assert translation.current_language() == "zh_CN"
    assert QCoreApplication.translate("Actions", "&Train") == "训练(&T)"
    translation.install(qapp, "en")
    assert listener.changes == 2
    assert translation.current_language() == "en"
    assert QCoreApplication.translate("Actions", "&Train") == "&Train"


def test_the_lectures_terms_are_said_in_the_lectures_notation(qapp: QApplication) -> None:
    def tab() -> str:
        return QCoreApplication.translate("FunctionPanel", "Activation functions")

    translation.install(qapp, "zh_CN")
    assert "激活函数" in tab()
    translation.use_lecture_terms(qapp, True)
    assert "转移函数" in tab()
    translation.install(qapp, "en")
    assert tab().isascii()
    translation.install(qapp, "zh_CN")
    assert "转移函数" in tab()
    translation.use_lecture_terms(qapp, False)
    assert "激活函数" in tab()
    translation.install(qapp, "en")


def test_switching_often_leaves_nothing_behind(qapp: QApplication) -> None:
    for language in ("zh_CN", "en") * 5:
        translation.install(qapp, language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.findChildren(QTranslator) == []


def test_qts_own_texts_change_too(qapp: QApplication, qtbot: QtBot) -> None:
    translation.install(qapp, "zh_CN")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_an_unknown_language_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="zh_CN"):
        translation.install(qapp, "tlh")
    assert translation.current_language() == "en"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-CN", "zh"], "zh_CN"),
        (["zh_TW"], "zh_CN"),
        (["de-DE", "zh-Hans-CN", "en-US"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["fr"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_language_is_the_first_that_there_is(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], language: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802
            return wanted

    monkeypatch.setattr(QLocale, "system", System)
    assert translation.system_language() == language
