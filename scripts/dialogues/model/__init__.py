"""What there is, frozen: entities, sessions, records, addresses, countries, terms."""
