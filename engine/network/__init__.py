"""Networks: their parameters, the compiled kernels, and everything that one network and one data set determine.

May import `data` and the rooms below it.
"""
