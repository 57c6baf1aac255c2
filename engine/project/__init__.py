"""Projects: what a file holds and the window shows, their edits, files, saved runs and demos.

May import `analysis` and the rooms below it.
"""
