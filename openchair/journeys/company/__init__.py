"""The table's page where it touches company: "Sit with me" asks those who said they may be asked."""
