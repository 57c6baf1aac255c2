"""Off-screen canvases paint one frozen moment at any size, for files, animations and reports.

May import the modules of `decision_region` beside it and what they may import.
"""
