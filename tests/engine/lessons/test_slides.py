"""Slides as a file and as a lesson: what was kept comes back to the bit, what is broken is named with its remedy."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from engine import EngineError
from engine.lessons import load_lesson
from engine.lessons.lesson_source import read_lesson
from engine.lessons.slides import slide_file
from engine.lessons.slides.kept_slides import keep, read_kept
from engine.lessons.slides.lesson_export import as_lesson, write_lesson
from engine.lessons.slides.slide import MOST_SLIDES, Look, Slide, Slides
from engine.network.network import Network
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project
from engine.training.trainer import Trainer

SHELF = Path(__file__).resolve().parents[3] / "resources" / "lessons"
LESSON = """format = "perceptra-lesson"
version = 1
name = "two"
title = { en = "Two", zh_CN = "二" }
summary = { en = "Short.", zh_CN = "短。" }
start = { demo = "or" }

[[steps]]
title = { en = "Read \\"this\\"", zh_CN = "读" }
text = { en = "Line\\nand line", zh_CN = "文字" }

[[steps]]
title = { en = "Look", zh_CN = "看" }
text = { en = "Look.", zh_CN = "看。" }
start = { project = "mine.perceptra" }
need = ["diagram"]

[[steps.checks]]
kind = "epochs"
at_least = 5
says = { en = "Five epochs", zh_CN = "五轮" }
"""


@pytest.fixture
def slides(tmp_path: Path) -> Slides:
    """A moment of a run, a lesson with a project beside it, and a past moment with one card alone."""
    trained = trained_xor()
    (tmp_path / "lesson.toml").write_text(LESSON, encoding="utf-8")
    project_file.save(demo("and"), tmp_path / "mine.perceptra")
    look = Look(
        table="evaluation",
        zoomed="region",
        folded=("data",),
        side_panel=False,
        epoch=3,
        notation="lecture",
        hides_answer=True,
        diagram_part=(2.5, 0.25, 1.0),
    )
    return (
        Slide("XOR", trained),
        Slide("两步", read_lesson(tmp_path / "lesson.toml")),
        Slide(" past \n moment ", replace(trained, notes="a <b and ![c"), look),
    )


def trained_xor() -> Project:
    project = demo("xor")
    trainer = Trainer(Network(project.network, seed=0), project.dataset.build(), project.training, keeps_moments=True)
    trainer.run(7)
    return replace(project, run=trainer.state())


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, payload in parts.items():
            archive.writestr(name.replace("_", "."), payload)
    return stream.getvalue()


def test_a_file_gives_back_what_was_kept(slides: Slides, tmp_path: Path) -> None:
    path = tmp_path / "lecture.perceptra-slides"
    slide_file.save(slides, path)
    back = slide_file.load(path)
    assert [slide.name for slide in back] == ["XOR", "两步", "past moment"]
    assert back == slides
    assert back[0].content.run == slides[0].content.run
    assert back[2].look.epoch == 3
    assert back[1].content.project_of(back[1].content.lesson.steps[1].start) == demo("and")
    assert len({slide.key for slide in (*back, *slides)}) == 6
    assert slide_file.payload_of(slides, "a") == slide_file.payload_of(back, "a")


def test_no_slides_make_a_file_too(tmp_path: Path) -> None:
    slide_file.save((), tmp_path / "none.perceptra-slides")
    assert slide_file.load(tmp_path / "none.perceptra-slides") == ()


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "a.x is no file of slides, or is damaged. Open another copy of the file."),
        (b"PK\x03\x04 cut off", "a.x is no file of slides, or is damaged. Open another copy of the file."),
        (packed(other_txt=b"1"), "a.x holds no slides; choose a file of slides that Perceptra saved."),
        (
            packed(slides_json=b'{"format": "tables", "version": 1, "slides": []}'),
            "a.x holds no slides; choose a file of slides that Perceptra saved.",
        ),
        (
            packed(slides_json=b'{"format": "perceptra-slides", "version": 9, "slides": 3}'),
            "a.x was saved by a newer Perceptra (file version 9; this one reads up to 1); update Perceptra to open it.",
        ),
        (
            packed(slides_json=b'{"format": "perceptra-slides", "version": 1, "slides": [\n{"nam": "x"}]}'),
            "The list of slides in a.x is damaged or was changed by hand: line 2, field slides.1.nam: there is no "
            "'nam' (did you mean name?). Open another copy of the file.",
        ),
        (
            packed(slides_json=b'{"format": "perceptra-slides", "version": 1, "slides": [{"name": "x"}]}'),
            "Slide 1 in a.x is damaged: it needs one part with its project or its lesson. "
            "Open another copy of the file.",
        ),
        (
            packed(
                slides_json=b'{"format": "perceptra-slides", "version": 1, "slides": '
                b'[{"name": "x", "project": "p.perceptra"}]}',
                p_perceptra=b"{}",
            ),
            "a.x/p.perceptra is no Perceptra project, or is damaged: line 1: format is missing. "
            "Open another copy of the file.",
        ),
    ],
)
def test_a_broken_file_is_named_with_the_remedy(raw: bytes, sentence: str) -> None:
    with pytest.raises(EngineError) as caught:
        slide_file.decode_slides(raw, "a.x")
    assert str(caught.value) == sentence


def test_a_file_cut_off_anywhere_is_refused(slides: Slides) -> None:
    raw = slide_file.payload_of(slides[:2], "a")
    for end in range(0, len(raw) - 1, 97):
        with pytest.raises(EngineError):
            slide_file.decode_slides(raw[:end], "a")


def test_there_is_a_limit_to_slides() -> None:
    with pytest.raises(EngineError, match="at most 200 slides"):
        slide_file.payload_of([Slide("x", Project())] * (MOST_SLIDES + 1), "a")


def test_kept_slides_come_back_with_their_file(slides: Slides, tmp_path: Path) -> None:
    place, path = tmp_path / "kept", tmp_path / "讲.perceptra-slides"
    keep(place, slides, path, True)
    kept = read_kept(place)
    assert (kept.slides, kept.path, kept.is_saved) == (slides, path, True)
    keep(place, (), None, False)
    assert read_kept(place).path is None
    place.write_bytes(b"other\n")
    with pytest.raises(EngineError, match="kept holds no work"):
        read_kept(place)


def test_slides_become_a_lesson_that_is_read_again(slides: Slides, tmp_path: Path) -> None:
    exported = as_lesson(slides, "Week 3: 讲")
    path = tmp_path / "out" / "week.toml"
    path.parent.mkdir()
    write_lesson(exported, path)
    lesson = load_lesson(path)
    assert lesson == exported.lesson
    assert lesson.name == "Week-3"
    assert [step.title.en for step in lesson.steps] == ["XOR", 'Read "this"', "Look", "past moment"]
    first, second, third, last = lesson.steps
    assert project_file.load(path.parent / str(first.start.project)) == slides[0].content
    assert second.start.demo == "or", "a lesson's own start comes before its first step"
    assert project_file.load(path.parent / str(third.start.project)) == demo("and")
    assert third.checks[0].at_least == 5
    assert last.need == ("training", "diagram", "samples", "region", "error")
    assert last.text.en == "a < b and ! [c", "what looks like mark-up is text"
    assert [str(remark) for remark in exported.remarks] == [
        "slide 3: the run's end in the place of epoch 3",
        "slide 3: all cards in the place of one alone",
        "slide 3: the answer in sight",
        "slide 3: the whole network in the place of a part",
    ]
    assert last.notation == "lecture"
    write_lesson(exported, path)  # over itself
    with pytest.raises(EngineError, match=r"Week-3-01\.perceptra is there already"):
        write_lesson(exported, path.parent / "other.toml")


def test_every_shipped_lesson_can_stand_among_slides_and_in_a_lesson_made_of_them(tmp_path: Path) -> None:
    shelf = [Slide(path.stem, read_lesson(path)) for path in sorted(SHELF.glob("*.toml"))]
    assert slide_file.decode_slides(slide_file.payload_of(shelf, "a"), "a") == tuple(shelf)
    for slide in shelf:
        exported = as_lesson([slide], slide.name)
        write_lesson(exported, tmp_path / f"{slide.name}.toml")
        steps = load_lesson(tmp_path / f"{slide.name}.toml").steps
        assert [step.text for step in steps] == [step.text for step in slide.content.lesson.steps]
        assert [step.checks for step in steps] == [step.checks for step in slide.content.lesson.steps]


def test_a_lesson_needs_a_step_and_has_at_most_sixty() -> None:
    with pytest.raises(EngineError, match="1 to 60 steps"):
        as_lesson([], "x")
    with pytest.raises(EngineError, match="these slides have 61; leave some out"):
        as_lesson([Slide("x", Project())] * 61, "x")
