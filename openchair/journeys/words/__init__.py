"""The pages of one's own words: what is held, taking it along, erasing it, and what others are asked."""
