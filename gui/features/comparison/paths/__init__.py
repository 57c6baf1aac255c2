"""The contenders' paths on the error surface that they share.

May import what `comparison` may import, and the colours of the contenders.
"""
