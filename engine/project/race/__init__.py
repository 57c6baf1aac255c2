"""Two to nine projects that train together on the same data: what is raced, who is where, and who arrives first.

May import the rest of `engine.project` and what lies below it.
"""
