"""Who owns which key, the keys of single views, and the help page that lists all of them.

May import the toolkit and the words.
"""
