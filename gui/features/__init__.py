"""One folder a feature: its views, its models and the module that connects them with the window.

May import `session`, `document`, `toolkit` and `words`; features do not import each other.
"""
