"""What edits the network on the canvas: typing, dragging, menus, keys, the clipboard.

May import the modules of the diagram and what they may import.
"""
