"""Tables that packages bring along, tried on the import; see `__main__`."""
