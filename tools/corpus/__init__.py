"""The corpus that we wrote: its mark-up, its checker, how a ledger is held against it; the package
never imports this.
"""
