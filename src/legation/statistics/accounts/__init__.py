"""Accounts of a relationship, made of official series: frozen rows with values, sources and what
is missing.
"""
