"""Ready networks stand above the canvas; a click or a drag takes one.

May import the modules of `diagram` beside it and what they may import.
"""
