"""Files on disk: atomic writing, archives from unknown sources, and text in any encoding.

May import `spec`.
"""
