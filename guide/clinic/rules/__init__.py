"""What a clinic asks of patients, route by route."""
