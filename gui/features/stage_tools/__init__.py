"""What a lecturer lays over the window: ink, a spotlight, a black screen; nothing of it comes into the project.

May import `toolkit`, and `gui.features.context` and `gui.features.feature`.
"""
