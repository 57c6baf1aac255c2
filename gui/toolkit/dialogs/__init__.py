"""What dialogs share: their form, their captioned fields, and the bar that shows how far a job has come.

Imports the buttons, the theme and the view of the toolkit.
"""
