"""A monkey at the window: real events in any order, and what must hold whatever it has done."""
