"""The region plot draws and names the boundary lines of units, and lets people move them.

May import the modules of `decision_region` beside it and what they may import.
"""
