"""Which slide of the list is on show, and which comes next, whatever is done to the list meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from engine.lessons.slides.slide import Slide
from gui.features.slides.slide_list import SlideList


class SlideWalk:
    """`show` brings a slide on screen; its second argument tells whether one comes to it from behind."""

    def __init__(self, slides: SlideList, show: Callable[[Slide, bool], object]) -> None:
        self._slides, self._show = slides, show
        self._key: object = None
        self._last_place = 0

    @property
    def is_on(self) -> bool:
        """Whether a slide is on show."""
        return self._key is not None

    @property
    def place(self) -> int | None:
        """Where the slide on show stands, from 0; None where it was taken off the list, or none is on show."""
        return None if self._key is None else self._slides.place_of(self._key)

    @property
    def place_for_next(self) -> int:
        """Where a slide that is kept now belongs: behind the one on show, else at the end."""
        place = self.place
        return len(self._slides.slides) if place is None else place + 1

    def can_go(self, by: int) -> bool:
        """Whether there is a slide so far from the one on show; of none on show there is none."""
        return self.is_on and 0 <= self._place_after(by) < len(self._slides.slides)

    def go(self, by: int) -> None:
        """Show it."""
        self.show(self._place_after(by), from_behind=by < 0)

    def show(self, place: int, from_behind: bool = False) -> None:
        """Show the slide at `place`."""
        slide = self._slides.slides[place]
        self._key, self._last_place = slide.key, place
        self._show(slide, from_behind)

    def stop(self) -> None:
        """No slide is on show any more."""
        self._key = None

    def _place_after(self, by: int) -> int:
        """Where the slide on show was taken off the list, the next one has come to its place."""
        place = self.place
        if place is None:
            return self._last_place + (0 if by > 0 else by)
        self._last_place = place
        return place + by
