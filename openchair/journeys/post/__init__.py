"""What someone chooses about mail from this house: delivery knows how, people know who."""
