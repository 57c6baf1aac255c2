"""Every name, hint, formula, notation and undo text of the window, in one place for both languages.

May import the engine, and nothing else of the window.
"""
