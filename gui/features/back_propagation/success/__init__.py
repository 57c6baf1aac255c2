"""The tab that counts how often training succeeds from random starts, and the trials in the background.

Its modules may import each other, `gui.words`, `gui.toolkit` and the engine.

May import the modules of `back_propagation` beside it and what they may import.
"""
