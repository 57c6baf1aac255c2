"""The network on the canvas is edited by typing, dragging, menus, keys and the clipboard.

May import the modules of the diagram and what they may import.
"""
