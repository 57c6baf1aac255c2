"""Saves the user's work between savings, so that it can be brought back after a crash.

It may import `gui.window.files` and everything that that may import.
"""
