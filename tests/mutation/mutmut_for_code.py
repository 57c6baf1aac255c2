"""mutmut, but sentences are left alone: tests/test_translations.py holds every one of them against its translation."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst
from mutmut.__main__ import cli
from mutmut.mutation import mutators


def _changed_words(node: cst.BaseString) -> Iterable[cst.BaseString]:
    """Changes of a key or a name; none of a sentence or an f-string's parts."""
    if isinstance(node, cst.SimpleString) and " " not in node.value:
        yield from mutators.operator_string(node)


def _replace_string_operator() -> None:
    operators = [
        (kind, _changed_words if operator is mutators.operator_string else operator)
        for kind, operator in mutators.mutation_operators
    ]
    mutators.mutation_operators[:] = operators


if __name__ == "__main__":
    _replace_string_operator()
    cli()
