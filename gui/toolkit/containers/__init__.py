"""Containers of views: cards, cards with tabs, and pages, with what a tab or a page declares about itself.

May import `toolkit` and `words`.
"""
