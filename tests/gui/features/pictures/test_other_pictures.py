"""The views beside the three great ones: each is offered when it shows something, and painted as a drawing."""

from __future__ import annotations

import re

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from gui.toolkit.export import Look, Picture, Sheet, image_of, pdf_bytes, svg_bytes
from gui.toolkit.theme import DARK
from gui.window.printing.printed_views import PrintedViews
from gui.words.plot_numbers import figures
from tests.helpers.drawings import (
    cut_words,
    pdf_images,
    pdf_page,
    pdf_text,
    pixels_of,
    stand_ins,
    strokes_that_do_not_scale,
    svg_words,
)
from tests.helpers.user import User


def offered(user: User) -> dict[str, Picture]:
    views = user.window.findChild(PrintedViews)
    assert views is not None
    return {offer.name: picture for offer in views.offers() if (picture := offer.take()) is not None}


def check(picture: Picture, *words: str, images: int = 0) -> None:
    """A drawing with these words and so many images; as pixels neither empty nor the same on light and dark paper."""
    sheet = Sheet(900, 600, 1.5)
    svg, pdf = svg_bytes(picture, sheet), pdf_bytes(picture, sheet)
    for word in words:
        assert word in svg_words(svg)
    assert strokes_that_do_not_scale(svg) == 0
    assert cut_words(svg) == []
    assert stand_ins("".join(pdf_text(pdf))) == set()
    assert len(re.findall(r"\bTj\b|\bTJ\b", pdf_page(pdf))) > 3
    assert len(pdf_images(pdf)) == images
    light, dark = (pixels_of(image_of(picture, Sheet(900, 600, 1.5, look))) for look in (Look(), Look(DARK)))
    assert light[1, 1, :3].min() > 250
    assert dark[1, 1, :3].max() < 60
    assert (np.abs(light[..., :3] - light[1, 1, :3]).max(axis=2) > 60).sum() > 1000
    assert pixels_of(image_of(picture, Sheet(900, 600, look=Look(has_paper=False))))[0, 0, 3] == 0


def test_the_activation_functions(user: User) -> None:
    user.window.tables.show_table("functions")
    check(offered(user)["functions"], "tanh", "net")


def test_the_success_rate_once_there_is_one(user: User, qtbot: QtBot) -> None:
    user.triggers("page_how_often")
    assert not {"how_often", "sweep"} & set(offered(user))
    user.types("how_often_starts", "100")
    user.chooses("how_often_vary_1", "momentum")
    user.clicks("how_often_start")
    qtbot.waitUntil(lambda: user.window.facts()["success.known"], timeout=60_000)
    check(offered(user)["how_often"], "epochs until the goal", "failed")
    check(offered(user)["sweep"], "Momentum", "success rate")


def test_the_computation_graph(user: User, qtbot: QtBot) -> None:
    user.triggers("page_computation_graph")
    qtbot.waitUntil(lambda: "computation_graph" in offered(user))
    check(offered(user)["computation_graph"], "q", "f", "−2")


def test_the_networks_of_the_comparison_side_by_side(user: User, qtbot: QtBot) -> None:
    user.triggers("page_comparison")
    qtbot.waitUntil(lambda: "comparison" in offered(user), timeout=60_000)
    check(offered(user)["comparison"], "No hidden layer", "RBF", "right", images=4)


def test_the_confusion_matrix(user: User, qtbot: QtBot) -> None:
    user.window.tables.show_table("evaluation")
    qtbot.waitUntil(lambda: "evaluation" in offered(user))
    check(offered(user)["evaluation"], "desired ↓ decided →")
    picture = offered(user)["evaluation"]
    heading = pixels_of(image_of(picture, Sheet(picture.picture_size().width(), picture.picture_size().height())))[:20]
    assert (heading[:, -8:, :3] > 200).all()  # nothing of it is cut at the right


@pytest.fixture
def by_hand(user: User, qtbot: QtBot) -> User:
    user.window.resize(1900, 1000)
    user.window.files.open_demo("xor_by_hand")
    qtbot.waitUntil(lambda: user.window.decision_region_plot.hidden.content.picture() is not None)
    return user


def test_the_hidden_plane_with_the_inputs_below_its_points(by_hand: User) -> None:
    check(offered(by_hand)["hidden_plane"], "00, 11", "01", images=2)


def test_the_samples_in_space(user: User, qtbot: QtBot) -> None:
    assert "space" not in offered(user)
    user.picks_data("parity3")
    qtbot.waitUntil(lambda: "space" in offered(user))
    check(offered(user)["space"], "x₁", "x₃")


def test_a_matrix_fills_the_paper_however_large_it_is(user: User, qtbot: QtBot) -> None:
    user.window.tables.show_table("evaluation")
    qtbot.waitUntil(lambda: "evaluation" in offered(user))
    picture = offered(user)["evaluation"]
    for scale in (1, 4):
        size = picture.picture_size() * scale
        pixels = pixels_of(image_of(picture, Sheet(size.width(), size.height())))
        inked = np.flatnonzero((pixels[..., :3] < 200).any(axis=(1, 2)))
        assert inked[-1] > 0.8 * size.height()


def test_the_hidden_space_beside_the_input_plane(by_hand: User, qtbot: QtBot) -> None:
    assert "hidden_space" not in offered(by_hand)
    by_hand.triggers("page_inside")
    by_hand.clicks("inside_part_hidden")
    qtbot.waitUntil(lambda: "hidden_space" in offered(by_hand))
    picture = offered(by_hand)["hidden_space"]
    check(picture, "x₁", "a₂⁽¹⁾", "00, 11", "wrong", images=2)
    finer = picture.refined()
    assert picture.frame.plane.region.size < finer.frame.plane.region.size  # type: ignore[attr-defined]
    assert picture.space.answers.size < finer.space.answers.size  # type: ignore[attr-defined]
    by_hand.triggers("page_workbench")
    check(offered(by_hand)["hidden_space"], "x₁", "a₂⁽¹⁾", "00, 11", images=2)
    by_hand.window.document.load(demo("and_by_hand"))
    assert "hidden_space" not in offered(by_hand), "it has no hidden layer"


def test_three_units_in_space(user: User, qtbot: QtBot) -> None:
    user.triggers("page_inside")
    user.clicks("inside_part_hidden")
    user.chooses("hidden_z_unit", 3)  # type: ignore[arg-type]
    qtbot.waitUntil(user.find("hidden_space_turning").isVisible)
    check(offered(user)["hidden_space"], "x₁", "a₁⁽¹⁾", "a₂⁽¹⁾", "a₄⁽¹⁾", images=1)


def test_the_weights_of_a_layer_and_their_course(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=50)
    user.triggers("page_inside")
    user.clicks("inside_part_weights")
    qtbot.waitUntil(lambda: "weights_course" in offered(user))
    check(offered(user)["weights"], "a₁⁽¹⁾", "a₄⁽¹⁾", "x₁", "b")
    check(offered(user)["weights_course"], "Weights of: Hidden layer 1", "epoch", images=1)
    user.clicks("weights_kind_matrix")
    check(offered(user)["weights"], "a₁⁽¹⁾", "x₁", images=2)
    user.clicks("weights_course_steps")
    check(offered(user)["weights_course"], "/ |w| in a pass", "epoch")
    user.triggers("page_workbench")
    assert "weights_course" not in offered(user), "the run may be another one before somebody looks at it again"
    user.triggers("step_epoch")
    user.waits_for_views()
    values = user.window.session.snapshot.parameters
    assert figures(float(values[0])) in svg_words(svg_bytes(offered(user)["weights"], Sheet(900, 600)))
