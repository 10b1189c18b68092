"""Whom someone never wants to meet in this house, or to share a table with."""
