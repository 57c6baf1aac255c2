"""Why the run does not learn: when to ask, the quiet line that says it, and the dialog with the evidence.

May import what every feature may, see `gui.features`.
"""
