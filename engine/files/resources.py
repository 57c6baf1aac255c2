"""Where the files lie that come with the program: icons, fonts, texts, lessons, data sets."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
