"""What goes onto paper and into animations and needs the views of several features.

It may import the features and everything below them.
"""
