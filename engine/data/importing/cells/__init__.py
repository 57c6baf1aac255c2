"""From cells as they are written to columns of numbers, words and dates.

May import the modules of `importing` above it and what they may import.
"""
