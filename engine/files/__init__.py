"""Files on disk: atomic writing, archives from unknown sources, text in any encoding, and what comes with the program.

May import `spec`.
"""
