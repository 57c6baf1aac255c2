"""The command that covers desired and actual outputs, so that the class can guess first.

May import `toolkit`, and `gui.features.context` and `gui.features.feature`.
"""
