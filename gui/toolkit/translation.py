"""This module switches the language of the window at run time; translations are in `resources/translations`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, Qt, QTranslator

from engine.files.resources import RESOURCES
from gui.toolkit.gui_garbage_collection import collector_paused

SOURCE_LANGUAGE = "en"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
FOLDER = RESOURCES / "translations"

_PROPERTY = "perceptra_language"
_LECTURE_TERMS = "perceptra_lecture_terms"


def install(app: QCoreApplication, language: str) -> None:
    """Switch `app` to `language`, one of `LANGUAGES`.

    Every window and, through it, every widget has had one LanguageChange event when this returns.
    Raises ValueError for a language that there is no translation for.
    """
    if language not in LANGUAGES:
        raise ValueError(f"There is no translation for {language!r}; choose one of {', '.join(LANGUAGES)}.")
    exchange(app, language)
    tell_windows()


def tell_windows() -> None:
    """Deliver the one event that Qt has posted to each window, however many files were exchanged."""
    with collector_paused():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


def use_lecture_terms(app: QCoreApplication, on: bool) -> bool:
    """Say the lecture's terms or the textbooks', where the language has two for one thing: 转移函数 and 激活函数.

    Whether texts have changed; no window has been told then.
    """
    if bool(app.property(_LECTURE_TERMS)) == on:
        return False
    app.setProperty(_LECTURE_TERMS, on)
    has_terms = _lecture_terms(current_language()).exists()
    if has_terms:
        exchange(app, current_language())
    return has_terms


def current_language() -> str:
    """The language that was installed last."""
    app = QCoreApplication.instance()
    return str((app and app.property(_PROPERTY)) or SOURCE_LANGUAGE)


def system_language() -> str:
    """The one of `LANGUAGES` that the user's system asks for first; English when it asks for none of them."""
    for wanted in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if wanted.replace("-", "_").split("_")[0] == language.split("_")[0]:
                return language
    return SOURCE_LANGUAGE


def exchange(app: QCoreApplication, language: str) -> None:
    """Have texts and numbers written in `language`, telling no window; Qt posts an event to each."""
    _remove_translators(app)
    if language != SOURCE_LANGUAGE:
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _add_translator(app, qt_folder / f"qtbase_{language}.qm")
        _add_translator(app, FOLDER / f"perceptra_{language}.qm")  # looked at first: the last one installed
    if app.property(_LECTURE_TERMS) and _lecture_terms(language).exists():
        _add_translator(app, _lecture_terms(language))
    app.setProperty(_PROPERTY, language)
    QLocale.setDefault(QLocale("en_US" if language == SOURCE_LANGUAGE else language))


def _lecture_terms(language: str) -> Path:
    """The texts that read otherwise in the lecture's terms."""
    return FOLDER / f"perceptra_{language}_lecture.qm"


def _add_translator(app: QCoreApplication, file: Path) -> None:
    translator = QTranslator(app)
    if not translator.load(str(file)):
        raise FileNotFoundError(f"The translation {file} is missing or damaged; make it with: make translations")
    app.installTranslator(translator)


def _remove_translators(app: QCoreApplication) -> None:
    for translator in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(translator)
        translator.deleteLater()
