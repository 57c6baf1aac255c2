"""Troubled and healthy runs whose cause is known by construction, and the count of how often the diagnosis names it."""
