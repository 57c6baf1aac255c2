"""The window's looks: theme, presentation, notation and language as chosen, and the style sheet that they make.

May import the toolkit and the words.
"""
