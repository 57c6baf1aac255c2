"""What dialogs share: their form, their captioned fields, and the bar that shows how far a job has come.

May import the buttons, the theme and the view of the toolkit.
"""
