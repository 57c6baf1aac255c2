"""Three inputs span a space, which shows the samples and the planes that separate them."""
