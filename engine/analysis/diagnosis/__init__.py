"""Why a run does not learn: what is measured of it, the causes that the figures prove or show, and what to change.

May import what `engine.analysis` may: the rooms below, and no project. `diagnose.py` is the way in.
"""
