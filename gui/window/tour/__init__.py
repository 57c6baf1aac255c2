"""The tour of the first start: five stops at parts of the real window.

May import the features and everything below them.
"""
