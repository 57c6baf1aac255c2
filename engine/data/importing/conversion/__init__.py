"""From columns and a plan to the recipe of a data set.

May import `roles`, `cells` and the modules of `importing` above them.
"""
