"""Figures: what a release says in numbers, and of what."""
