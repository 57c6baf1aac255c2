"""Brush, spray, eraser and lasso draw and edit many samples on the region plot."""
