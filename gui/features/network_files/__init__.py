"""Writes the network for other programs and reads weights back in.

It may import the session, the document, the toolkit and the words, and no other feature.
"""
