"""This module defines the blocks of a report; the PDF and the web page show the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.toolkit.export import Picture

MOST_TOGETHER = 16


@dataclass(frozen=True)
class Heading:
    """A heading of a section (level 1) or of a part of one (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; lines within it stay lines. A quiet one is a remark, in smaller type; one that leads has the next
    block on its page.
    """

    text: str
    is_quiet: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Facts:
    """Names with values, line by line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Numbers in columns under a header that comes again on each page. `caption` is read out and stands above it.

    texts: how many columns from the left hold text, which is aligned left. wrong: rows to be marked.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 0
    wrong: frozenset[int] = frozenset()

    @property
    def is_short(self) -> bool:
        """Whether it had better stay on one page."""
        return len(self.rows) <= MOST_TOGETHER


@dataclass(frozen=True, eq=False)
class Figure:
    """A picture with what it is called below it; `description` is for those who cannot see it.

    width: share of the text's width; height: in units of 1/96 inch.
    """

    picture: Picture
    caption: str
    description: str
    width: float = 1.0
    height: float = 300.0


@dataclass(frozen=True, eq=False)
class PageFigure:
    """What a page of the window shows that is part of a report: its title, its picture, and what is said of it."""

    title: str
    picture: Picture
    caption: str


@dataclass(frozen=True, eq=False)
class FigureRow:
    """Figures side by side, which stay together; `columns` have room, also where there are fewer."""

    figures: tuple[Figure, ...]
    columns: int


@dataclass(frozen=True)
class Steps:
    """Numbered steps, which stay together."""

    steps: tuple[str, ...]


Block = Heading | Paragraph | Facts | Table | Figure | FigureRow | Steps


@dataclass(frozen=True)
class Labels:
    """Texts that the writers themselves put onto pages."""

    page: str  # with {page} and {count}
    footer: str


@dataclass(frozen=True)
class Report:
    """Title and byline stand at the head; the file names its author. language: "en" or "zh_CN"."""

    title: str
    byline: tuple[str, ...]
    blocks: tuple[Block, ...]
    labels: Labels
    language: str
    author: str = ""

    def figures(self) -> list[Figure]:
        """All its figures, in order."""
        found: list[Figure] = []
        for block in self.blocks:
            if isinstance(block, Figure):
                found.append(block)
            elif isinstance(block, FigureRow):
                found.extend(block.figures)
        return found
