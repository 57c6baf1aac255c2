"""Where data come from, under the name that scripts use. The modules are in `engine/data/datasets`."""

from engine.data.datasets import (
    GENERATORS,
    LECTURE_SAMPLES,
    LOGIC_GATES,
    REAL_SETS,
    DatasetSpec,
    Generator,
    load_table,
    logic_gate,
    make,
    names,
    settings_of,
    table_spec,
)

__all__ = [
    "GENERATORS",
    "LECTURE_SAMPLES",
    "LOGIC_GATES",
    "REAL_SETS",
    "DatasetSpec",
    "Generator",
    "load_table",
    "logic_gate",
    "make",
    "names",
    "settings_of",
    "table_spec",
]
