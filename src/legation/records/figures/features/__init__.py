"""What speaks against a figure, each as a question with yes or no."""
