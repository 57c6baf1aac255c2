"""Brush, spray, eraser and lasso draw and edit many samples on the region plot.

May import the modules of `decision_region` beside it and what they may import.
"""
