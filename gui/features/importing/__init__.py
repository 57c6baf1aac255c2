"""The preview of a table that is to be imported: what was found, what will come, and nothing changed until then.

May import `session`, `document`, `toolkit` and `words`.
"""
