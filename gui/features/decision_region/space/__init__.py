"""Three inputs in space: the samples, and the planes that part them."""
