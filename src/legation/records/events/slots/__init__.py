"""What a clause leaves open about an event, taken from around it."""
