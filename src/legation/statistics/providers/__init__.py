"""Official statistics over the network, only when asked for: a provider is a row of data and at
most three hooks.
"""
