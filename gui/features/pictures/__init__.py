"""The dialogs that take pictures and films of the views out of the program."""
