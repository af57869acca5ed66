"""claimcheck: what several articles claim, linked, compared and explained."""
