"""What is input, what is target and what is left out: found by looking at the whole table.

May import the modules of `importing` above it and what they may import.
"""
