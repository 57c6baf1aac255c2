"""The tab that walks through back-propagation of one sample in seven steps: its rows, formulas and sentences.

Its modules may import each other, `gui.words`, `gui.toolkit` and the engine.

May import the modules of `back_propagation` beside it and what they may import.
"""
