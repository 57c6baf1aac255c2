"""Fields that every view may use: spin boxes and lists that make one edit of one entry.

May import `toolkit` and `words`.
"""
