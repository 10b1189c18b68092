"""How hard the house's own sentences are to read, page by page."""
