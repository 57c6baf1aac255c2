"""Frozen values that describe networks and training, the declarations of activations, losses and rules, and errors.

May import nothing else of the engine.
"""
