"""The mouse and the keys on the region plot: what is under the mouse, what a press begins, the menu, the probe.

May import the other folders of the decision region, but not its plot and its views.
"""
