"""One module for each kind of file that can be imported.

May import `text`, `cells` and the modules of `importing` above them.
"""
