"""One case: the spoilt file number N of a reader, always the same one, and what becomes of it."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from engine.spec.errors import EngineError
from tests.fuzz.readers import READERS

SLOW_S = 2.0
LONGEST_SENTENCE = 1_500


class FoundError(Exception):
    """A case that neither was read nor refused as it should be."""


def make_case(name: str, seed: int, number: int) -> tuple[bytes, Random]:
    """The bytes, and what the reader decides by."""
    reader = READERS[name]
    chance = Random(f"{name} {seed} {number}")
    raw = chance.choice(reader.examples())
    for _ in range(chance.choice((1, 1, 1, 2))):
        try:
            raw = chance.choice(reader.mutations)(raw, chance)
        except Exception:  # what a mutation has spoilt, the next may not be able to take apart
            break
    return raw, chance


def run_case(name: str, raw: bytes, chance: Random, folder: Path) -> str:
    """ "read" or "refused". Raises FoundError, or whatever the reader raises and should not."""
    reader = READERS[name]
    file = folder / f"case{reader.suffix}"
    file.write_bytes(raw)
    begin = time.process_time()
    try:
        reader.read(file, chance)
        outcome = "read"
    except EngineError as error:
        text = str(error)
        if reader.names_the_file and file.name not in text and not text.startswith("No column"):
            raise FoundError(f"the sentence does not name the file: {text}") from error
        if not text.strip() or len(text) > LONGEST_SENTENCE:
            raise FoundError(f"a sentence of {len(text)} characters: {text[:200]} …") from error
        outcome = "refused"
    seconds = time.process_time() - begin  # its own, whatever else the machine does
    if seconds > SLOW_S:
        raise FoundError(f"{seconds:.1f} s to be {outcome}")
    return outcome
