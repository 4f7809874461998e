"""What speaks against an event."""
