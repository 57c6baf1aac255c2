"""What every view shares: theme, icons, fields, tables, charts, background jobs, pictures of views.

May import `words`.
"""
