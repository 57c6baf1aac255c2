"""mutmut, but sentences are left alone: tests/test_translations.py holds every one of them against its translation."""

from __future__ import annotations

import json
from collections.abc import Iterable

import libcst as cst
from mutmut.__main__ import cli, status_by_exit_code, walk_mutatable_files
from mutmut.mutation import mutators
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant


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


@cli.command()
def verdicts() -> None:
    """Print [name, fate, changed lines] of every change as JSON; the lines only where no test noticed it."""
    found = []
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for name, exit_code in data.exit_code_by_key.items():
            fate = status_by_exit_code[exit_code]
            is_open = fate in ("survived", "no tests")
            found.append([name, fate, _changed_lines(get_diff_for_mutant(name, path=data.path)) if is_open else ""])
    print(json.dumps(found))


def _changed_lines(difference: str) -> str:
    lines = difference.splitlines()
    return "\n".join(line for line in lines if line[:1] in ("+", "-") and not line.startswith(("+++", "---")))


if __name__ == "__main__":
    _replace_string_operator()
    cli()
