"""What drafts are tried with: cities of our own in place of GeoNames'."""

from dialogues.drafting.places import Places

CITIES = [
    {
        "geonameid": number, "name": name, "countrycode": country, "population": people,
        "latitude": 1.5, "longitude": 2.5, "alternatenames": chinese,
    }
    for number, name, country, people, chinese in (
        (1, "Gamma", "TW", 10, ["丙市", "丙"]),
        (2, "Old Gamma", "JP", 99, ["丙市"]),
        (3, "Gdynia", "PL", 50, ["格丁尼亚"]),
        (4, "Keelung", "TW", 40, ["基隆市", "基隆"]),
    )
]  # fmt: skip


def find_places() -> Places:
    """Return where the cities are."""
    return Places(CITIES)
