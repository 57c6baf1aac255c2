"""Mouse and keys work on the region plot: on what is under the mouse, with a menu, and with the probe.

May import the other folders of the decision region, but not its plot and its views.
"""
