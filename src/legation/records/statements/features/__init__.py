"""What is known of a statement in the making."""
