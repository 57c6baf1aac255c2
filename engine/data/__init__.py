"""Data sets: recipes, generators, preprocessing, features, and tables that people import.

May import `expression`, `files` and `spec`.
"""
