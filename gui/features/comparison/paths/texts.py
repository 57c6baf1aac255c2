"""What the page says about the contenders' paths on one error surface, and why there is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.project.race.common_surface import WEIGHTS
from gui.toolkit.error_map.axes import PRINCIPAL
from gui.toolkit.error_map.picture import SurfacePicture


def difference_text(difference: str) -> str:
    """Why the contenders share no error surface."""
    translate = QCoreApplication.translate
    if difference == WEIGHTS:
        return translate("Comparison", "These contenders have different weights, and so no error surface in common.")
    return translate(
        "Comparison",
        "For these contenders the same weights have different errors: each has an error surface of its own.",
    )


def path_note(picture: SurfacePicture, title: str, wild: list[str]) -> str:
    """Which surface it is, and what of the paths it does not show; `wild` are those that may leave the picture."""
    translate = QCoreApplication.translate
    through = translate(
        "Comparison",
        "The surface goes through the weights of {title}; paths beside it are projected onto it.",
    )
    notes = [through.format(title=title)]
    if picture.directions.shares is not None and all(axis.kind == PRINCIPAL for axis in picture.request.axes):
        text = translate("Comparison", "Its two directions hold {share} % of the variance of all paths.")
        notes.append(text.format(share=f"{100 * sum(picture.directions.shares):.3g}"))
    if wild:
        text = translate("Comparison", "Above the error of the start, and so perhaps outside the picture: {titles}.")
        notes.append(text.format(titles=", ".join(wild)))
    return " ".join(notes)
