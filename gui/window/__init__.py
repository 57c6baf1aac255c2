"""What the main window is made of: actions, menus, bars, cards, files, settings, help.

May import every room of the window.
"""
