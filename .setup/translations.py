"""Collects the window's texts into `resources/translations/*.ts` and compiles those into the `.qm` files that Qt reads.

`make translations` runs it; with a folder as argument it does the same to the `.ts` files there (a test does).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from engine_texts import as_source, engine_texts

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LECTURE_TERMS = {"perceptra_zh_CN": {"激活函数": "转移函数"}}
"""The lecture's word for each of the textbooks', where it has another one."""


def main(folder: Path = FOLDER) -> int:
    """Update and compile every `.ts` file in `folder`; 0, or the failing tool's exit code."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "gui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as spare:
        spoken = Path(spare) / "engine_texts.py"
        spoken.write_text(as_source(engine_texts(ROOT / "engine")), encoding="utf-8")
        for ts_file in sorted(folder.glob("*.ts")):
            if failed := _refresh(ts_file, [*sources, str(spoken)]) or _compile_lecture_terms(ts_file, Path(spare)):
                return failed
    return 0


def _refresh(ts_file: Path, sources: list[str]) -> int:
    commands = (
        # No line numbers: an edit elsewhere in a source file is no change of its translation.
        [_tool("lupdate"), "-silent", "-locations", "none", "-no-obsolete", *sources, "-ts", str(ts_file)],
        _release(ts_file, ts_file.with_suffix(".qm")),
    )
    for command in commands:
        if failed := _run(command):
            return failed
    return 0


def _compile_lecture_terms(ts_file: Path, spare: Path) -> int:
    """Compile the texts that read otherwise in the lecture's terms into a file that is looked at first."""
    terms = LECTURE_TERMS.get(ts_file.stem)
    if terms is None:
        return 0
    tree = ElementTree.parse(ts_file)
    for context in list(tree.iter("context")):
        for message in context.findall("message"):
            translation = message.find("translation")
            textbook = "" if translation is None else translation.text or ""
            lecture = textbook
            for word, term in terms.items():
                lecture = lecture.replace(word, term)
            if translation is None or lecture == textbook:
                context.remove(message)
            else:
                translation.text = lecture
    chosen = spare / ts_file.name
    tree.write(chosen, encoding="utf-8")
    return _run(_release(chosen, ts_file.with_name(f"{ts_file.stem}_lecture.qm")))


def _release(ts_file: Path, qm_file: Path) -> list[str]:
    return [_tool("lrelease"), "-silent", str(ts_file), "-qm", str(qm_file)]


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _tool(name: str) -> str:
    """PySide6's own copy of a Qt translation tool, from the environment that runs this."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


if __name__ == "__main__":
    sys.exit(main(*(Path(argument).resolve() for argument in sys.argv[1:2])))
