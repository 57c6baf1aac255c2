"""The opt-in job that changes the code line by line and counts the changes that no test notices."""
