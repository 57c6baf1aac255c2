"""The region plot draws and names the boundary lines of units, and lets people move them."""
