"""The page "Look inside": diagram and microscope, formulas as mathematics, the step as code, and the gradient's check.

May import the modules of `back_propagation` beside it and what they may import.
"""
