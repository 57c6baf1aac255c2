"""The README tells the truth: its example runs, its files and arguments exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_engine_example_runs_and_learns_xor() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", example[1]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("target_error after ")


def test_links_and_pictures_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_folders_it_names_exist() -> None:
    layout = README.split("## For those who change it")[1]
    folders = re.findall(r"^([.\w]+/|main\.py) {2,}", layout, re.MULTILINE)
    assert len(folders) == 6
    assert [name for name in folders if not (ROOT / name).exists()] == []


def test_the_command_line_it_shows_is_the_one_there_is() -> None:
    shown = README.split("## Command line")[1].split("```")[1]
    names = set(re.findall(r"--[a-z-]+", shown))
    line = "--demo xor --language en --theme dark --size 800x600 --screenshot a.png --until-trained --limit 5"
    assert names == set(re.findall(r"--[a-z-]+", line))
    assert main.parse_arguments(line.split()).limit == 5.0
