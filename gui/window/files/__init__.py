"""Opens and saves projects, remembers them, and notices when another program uses the same file.

It may import the session, the document, the toolkit and the words.
"""
