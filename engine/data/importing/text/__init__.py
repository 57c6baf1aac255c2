"""From the bytes of a text file to the cells of its table: encoding, delimiter, where the table begins, which rows fit.

May import the modules of `importing` above it and what they may import.
"""
