"""The hidden plane shows the samples at the outputs of the last hidden layer's two units."""
