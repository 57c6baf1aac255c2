"""This module fills the values into a sentence, and writes the noun after a count of 1 in the singular.

The sentences are written for many: "{count} samples". Only English ones have words in them that change.
"""

from __future__ import annotations

import re

NOUNS = {
    "weights and biases": "weight or bias",
    "arrays": "array",
    "bookmarks": "bookmark",
    "bytes": "byte",
    "cases": "case",
    "cells": "cell",
    "characters": "character",
    "classes": "class",
    "columns": "column",
    "combinations": "combination",
    "connections": "connection",
    "contenders": "contender",
    "corrections": "correction",
    "entries": "entry",
    "epochs": "epoch",
    "evaluations": "evaluation",
    "features": "feature",
    "frames": "frame",
    "inputs": "input",
    "layers": "layer",
    "lines": "line",
    "lists": "list",
    "milestones": "milestone",
    "moments": "moment",
    "names": "name",
    "nodes": "node",
    "numbers": "number",
    "outputs": "output",
    "parameters": "parameter",
    "parentheses": "parenthesis",
    "parts": "part",
    "patterns": "pattern",
    "pixels": "pixel",
    "places": "place",
    "points": "point",
    "readings": "reading",
    "roles": "role",
    "rows": "row",
    "runs": "run",
    "samples": "sample",
    "slides": "slide",
    "starts": "start",
    "steps": "step",
    "targets": "target",
    "texts": "text",
    "units": "unit",
    "values": "value",
    "weights": "weight",
    "words": "word",
}
"""Every noun that stands after a count in the sentences of engine and window."""

VERBS = {"are": "is", "have": "has", "make": "makes", "need": "needs", "were": "was"}

BETWEEN = r"(?: (?:\{activation\}|derived|different|finite|hidden|input|output|separate|target|test|training))*"
"""What may stand between count and noun."""

_COUNTED = re.compile(
    r"(?P<there>\b[Tt]here are )?"
    r"(?P<braces>\{(?P<name>\w+)(?::(?P<form>[^{}]*))?\})"
    rf"(?P<between>{BETWEEN}) (?P<noun>{'|'.join(NOUNS)})\b"
    rf"(?:(?P<that> that)? (?P<verb>{'|'.join(VERBS)})\b)?"
)


def filled(template: str, /, **values: object) -> str:
    """`template` with `values` in its braces: "{count} samples are right" becomes "1 sample is right"."""

    def in_number(match: re.Match[str]) -> str:
        name, noun = match["name"], match["noun"]
        if name not in values or format(values[name], match["form"] or "") != "1":
            return match[0]
        verb = f"{match['that'] or ''} {VERBS[match['verb']]}" if match["verb"] else ""
        there = f"{match['there'][:5]} is " if match["there"] else ""
        return f"{there}{match['braces']}{match['between']} {NOUNS[noun]}{verb}"

    return _COUNTED.sub(in_number, template).format(**values)
