"""Files that the monkey opens: good ones, extreme ones and broken ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.data.datasets.recipe import DatasetSpec
from engine.project.demos import DEMOS, demo
from engine.project.file.project_file import encode
from engine.project.project import Project

_EXTREME = ("1e-320", "-1e308", "1e308", "0", "4.9e-324", "1e-150")
_TABLES = {
    "points.csv": "a,b,class\n0,0,x\n1,0,y\n0,1,y\n1,1,x\n",
    "gaps.csv": "a;b;c\n1,5;;1\n2,5;NaN;0\n;3;1\n",
    "extreme.csv": "a,b,y\n" + "\n".join(f"{_EXTREME[i % 6]},{_EXTREME[(i + 1) % 6]},{i % 2}" for i in range(12)),
    "constant.csv": "a,b,y\n" + "1,1,1\n" * 5,
    "broken.csv": 'a,"b\n1,2\n\x00\n',
    "empty.csv": "",
    "wide.tsv": "\t".join(f"c{i}" for i in range(40)) + "\n" + ("\t".join("1" * 40) + "\n") * 3,
}


def make_files(folder: Path) -> tuple[Path, ...]:
    """Writes them into `folder`."""
    for name, text in _TABLES.items():
        (folder / name).write_text(text)
    for index, name in enumerate(DEMOS):
        payload = encode(demo(name))
        (folder / f"{name}.perceptra").write_bytes(payload)
        if index % 4 == 0:
            (folder / f"cut_{name}.perceptra").write_bytes(payload[: len(payload) // 2])
    corners = DatasetSpec("custom", inputs=[[1e-320, 0.0], [0.0, 2e-320], [1e308, -1e308]], targets=[[0], [1], [0.0]])
    (folder / "corners.perceptra").write_bytes(encode(replace(Project(), dataset=corners)))
    (folder / "noise.perceptra").write_bytes(bytes(range(256)) * 4)
    (folder / "broken.toml").write_text('title = "Broken"\n[[step]\n')
    return tuple(sorted(folder.iterdir()))
