"""Drawings of numbers, as inline SVG: attributes and classes alone, so that the policy of the pages holds."""
