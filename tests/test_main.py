"""The command line: what it takes, and one sentence with exit code 2 for what makes no sense."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import main
from engine.project.file import project_file
from tests.helpers.sessions import never_right

ROOT = Path(__file__).resolve().parent.parent


def test_without_arguments_everything_is_left_to_the_window() -> None:
    options = main.parse_arguments([])
    assert vars(options) == {
        "project": None,
        "demo": None,
        "language": None,
        "theme": None,
        "size": None,
        "screenshot": None,
        "until_trained": False,
        "limit": None,
    }


def test_every_argument_arrives() -> None:
    line = "--demo xor --language zh_CN --theme dark --size 1280x720 --screenshot a.png --until-trained --limit 2.5"
    options = main.parse_arguments(line.split())
    assert (options.demo, options.language, options.theme, options.size) == ("xor", "zh_CN", "dark", (1280, 720))
    assert (options.screenshot, options.until_trained, options.limit) == (Path("a.png"), True, 2.5)
    assert main.parse_arguments(["my.perceptra"]).project == Path("my.perceptra")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("--language de", "zh_CN"),
        ("--theme pink", "dark"),
        ("--size big", "1280x720"),
        ("--size 0x720", "1280x720"),
        ("--until-trained", "--screenshot"),
        ("--limit 5", "--until-trained"),
        ("--screenshot a.png --until-trained --limit nan", "seconds"),
        ("my.perceptra --demo xor", "together"),
        ("--nonsense", "--nonsense"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_sentence(line: str, part: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main.main(line.split())
    assert exit_info.value.code == 2
    message = capsys.readouterr().err
    assert part in message
    assert len(message.strip().splitlines()) == 1


def run_main(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_an_unknown_demo_is_refused_with_the_names_of_the_known_ones(tmp_path: Path) -> None:
    result = run_main("--demo", "xr", "--screenshot", "a.png", folder=tmp_path)
    assert result.returncode == 2
    assert "xor" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("content", [None, "not a project"])
def test_a_project_that_cannot_be_opened_is_refused_in_one_sentence(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "mine.perceptra").write_text(content)
    result = run_main("mine.perceptra", "--screenshot", "a.png", folder=tmp_path)
    assert result.returncode == 2
    assert "mine.perceptra" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "a.png").exists()


def test_a_picture_of_a_trained_window_is_saved_without_a_display(tmp_path: Path) -> None:
    result = run_main("--demo", "xor", "--screenshot", "a.png", "--until-trained", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_goal_that_is_not_met_in_time_is_told_by_the_exit_code(tmp_path: Path) -> None:
    project_file.save(never_right(), tmp_path / "never.perceptra")
    wishes = "never.perceptra --screenshot a.png --until-trained --limit 0.001"
    result = run_main(*wishes.split(), folder=tmp_path)
    assert (result.returncode, result.stderr) == (3, "The goal was not met (time).\n")
    assert (tmp_path / "a.png").exists()


def test_the_window_is_there_before_kernels_and_solvers_are_loaded() -> None:
    program = (
        "import sys, gui.application, gui.main_window\n"
        "print([name for name in ('numba', 'scipy', 'onnx', 'sklearn') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
