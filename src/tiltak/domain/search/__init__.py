"""Search: inflected forms in nynorsk and bokmål, over what the viewer may see."""
