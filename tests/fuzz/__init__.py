"""Files from unknown hands: every reader gets a hundred thousand of them, and saving is killed, again and again.

Opt-in: `make fuzz`. A few thousand cases of it stand in the suite (tests/test_fuzz.py).
"""
