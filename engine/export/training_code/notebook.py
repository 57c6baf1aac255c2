"""This module exports data, network and training as a Jupyter notebook, and as a script that trains."""

from __future__ import annotations

import textwrap

import numpy as np
from numpy.typing import NDArray

from engine.export.training_code.cells import training_cells
from engine.training.run_setup import RunSetup

Floats = NDArray[np.float64]


def notebook(setup: RunSetup, passes: int = 0, shown: Floats | None = None, in_lecture_letters: bool = True) -> str:
    """The text of an .ipynb file that trains the network of `setup` in NumPy; see `training_cells`."""
    import nbformat

    form = nbformat.v4
    cells = []
    for cell in training_cells(setup, passes, shown, in_lecture_letters):
        cells += [form.new_markdown_cell(cell.text), form.new_code_cell(cell.code)]
    for number, made in enumerate(cells):
        made.id = f"cell-{number}"  # else drawn by chance: the same export gives the same bytes
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made = form.new_notebook(cells=cells, metadata=kernel)
    nbformat.validate(made)
    return str(nbformat.writes(made)) + "\n"


def training_script(
    setup: RunSetup, passes: int = 0, shown: Floats | None = None, in_lecture_letters: bool = True
) -> str:
    """The same as a Python script."""
    first, *rest = training_cells(setup, passes, shown, in_lecture_letters)
    head = "\n".join(textwrap.wrap(first.text, 118))
    parts = [f'"""{head}"""\n\n{first.code}']
    for cell in rest:
        words = "\n".join(f"# {line}" for line in textwrap.wrap(cell.text, 116))
        parts.append(f"{words}\n\n{cell.code}")
    return "\n\n".join(parts) + "\n"
