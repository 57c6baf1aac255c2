"""This module says that a name is unknown, and which one was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from engine.spec.errors import Text, brief


def unknown_name(name: object, known: Iterable[object]) -> Text:
    """ "there is no titel; did you mean title?" - without the question where no known name is like it."""
    from difflib import get_close_matches  # files are seldom wrong: not before it is needed

    near = get_close_matches(str(name)[:200], [str(each) for each in known], n=1)
    if near:
        return Text("there is no {name} (did you mean {other}?)", name=brief(repr(name), 60), other=near[0])
    return Text("there is no {name}", name=brief(repr(name), 60))
