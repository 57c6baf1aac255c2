"""What is painted pixel by pixel or line by line: colour scales, contours, maps, charts.

May import the theme of the toolkit, `words` and the engine.
"""
