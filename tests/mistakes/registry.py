"""Mistakes in docs/registry: names, keys, themes, countries."""

from mistakes.planting import RECORD, REGISTRY, Change, Mistakes, put, replace


def redirect(entry: str) -> Change:
    """Return a change that says of an address where it went."""
    return lambda root: put(root / REGISTRY / "redirects.yml", f"{entry}\n".encode())


def place(latitude: str) -> Change:
    """Return a change of where a city lies."""
    return replace(f"{REGISTRY}/cities.yml", "latitude: 25.0", f"latitude: {latitude}")


NO_NUMBER = f"{REGISTRY}/cities.yml:7: alpha.latitude input should be a valid number"

MISTAKES: Mistakes = {
    "number of thousands of digits": (place("1" * 5_000), NO_NUMBER),
    "number of base 16 without an end": (place("0x" + "f" * 3_600), NO_NUMBER),
    "yes for a number": (place("true"), NO_NUMBER),
    "text for a number": (place("'25'"), NO_NUMBER),
    "number that no database can hold": (
        place(f"25\n  geonames: {10**17}"),
        f"{REGISTRY}/cities.yml:8: alpha.geonames input should be less than 1000000000",
    ),
    "city without country": (
        replace(f"{REGISTRY}/cities.yml", "  country: PL\n", ""),
        f"{REGISTRY}/cities.yml:9: beta must hold the field 'country'",
    ),
    "country that is none": (
        replace(f"{REGISTRY}/cities.yml", "country: PL", "country: XX"),
        f"{REGISTRY}/cities.yml:13: beta.country must be an ISO 3166-1 code, and is 'XX'",
    ),
    "name of two cities": (
        replace(f"{REGISTRY}/cities.yml", "en: Beta", "en: Alpha"),
        f"{REGISTRY}/cities.yml:9: a name must belong to one entry, and 'Alpha' is claimed by alpha"
        " (cities.yml) and beta (cities.yml)",
    ),
    "variant that nobody prints": (
        replace(
            f"{REGISTRY}/cities.yml",
            "  longitude: 22.0\n",
            "  longitude: 22.0\n  variants: [丙市]\n",
        ),
        f"{REGISTRY}/cities.yml:16: a name must occur in a record exactly so, and this does not:"
        " '丙市'",
    ),
    "source of a name that is nowhere": (
        replace(
            f"{REGISTRY}/cities.yml",
            "  longitude: 22.0\n",
            "  longitude: 22.0\n  sources: [{says: Beta}]\n",
        ),
        f"{REGISTRY}/cities.yml:16: beta.sources.0 must have a url or a publication, one of them",
    ),
    "item of Wikidata by its address": (
        replace(
            f"{REGISTRY}/cities.yml", "  longitude: 22.0\n", "  longitude: 22.0\n  wikidata: q5\n"
        ),
        f"{REGISTRY}/cities.yml:16: beta.wikidata does not have the form that it must have: 'q5'",
    ),
    "item of Wikidata that is two things": (
        lambda root: [
            replace(f"{REGISTRY}/cities.yml", "latitude: 50", "wikidata: Q5\n  latitude: 50")(root),
            replace(f"{REGISTRY}/people.yml", "en: Wang", "wikidata: Q5\n  en: Wang")(root),
        ],
        f"{REGISTRY}/people.yml:3: an item of Wikidata must be one thing, and Q5 is said to be beta"
        " (cities.yml) and wang (people.yml)",
    ),
    "source of a name at no address": (
        replace(
            f"{REGISTRY}/cities.yml",
            "  longitude: 22.0\n",
            "  longitude: 22.0\n  sources: [{url: example.org}]\n",
        ),
        f"{REGISTRY}/cities.yml:16: beta.sources.0.url does not have the form that it must have:"
        " 'example.org'",
    ),
    "person whom no record has": (
        replace(f"{REGISTRY}/people.yml", "wang:", "li:\n  zh: 李\n  en: Li\nwang:"),
        f"{REGISTRY}/people.yml:1: an entry must be that of someone or something in a record, and no"
        " record has 'li'",
    ),
    "theme without passages": (
        replace(
            f"{REGISTRY}/themes.yml",
            "innovation:",
            "parks:\n  zh: 公園\n  en: Parks\n  scope:"
            " {zh: 公園。, en: Parks.}\n  iso: 5\n  sdg: 9\n  terms: [公園]\ninnovation:",
        ),
        f"{REGISTRY}/themes.yml:15: a theme must have passages, and none has 'parks'",
    ),
    "theme of a section that is none": (
        replace(f"{REGISTRY}/themes.yml", "iso: 7", "iso: 99"),
        f"{REGISTRY}/themes.yml:12: energy.iso must be a number of schemes.yml, and is 99",
    ),
    "unknown initiative": (
        replace(f"{REGISTRY}/initiatives.yml", "part_of: centre", "part_of: center"),
        f"{REGISTRY}/initiatives.yml:10: shore-power.part_of must be a key of initiatives.yml, and is"
        " 'center'",
    ),
    "initiative that nothing names any more": (
        replace(
            f"{REGISTRY}/initiatives.yml",
            "  zh: R&D 中心\n  en: R&D centre",
            "  zh: 研發中心\n  en: Lab",
        ),
        f"{REGISTRY}/initiatives.yml:1: an entry must be that of someone or something in a record,"
        " and no record has 'centre'",
    ),
    "name of a person and an initiative": (
        replace(
            f"{REGISTRY}/initiatives.yml",
            "en: shore power",
            "en: shore power\n  variants: [王小明]",
        ),
        f"{REGISTRY}/initiatives.yml:6: a name must belong to one entry, and '王小明' is claimed by"
        " wang (people.yml) and shore-power (initiatives.yml)",
    ),
    "registry emptied": (
        lambda root: put(root / REGISTRY / "people.yml", b"{}\n"),
        f"{RECORD}/record.yml:15: labels.甲市 王小明市長.person must be a key of people.yml, and is"
        " 'wang'",
    ),
    "redirect out of the site": (
        redirect("events/../../../x/: {why: {zh: 更名, en: Renamed}}"),
        f"{REGISTRY}/redirects.yml:1: events/../../../x/ does not have the form that it must have:"
        " 'events/../../../x/'",
    ),
    "redirect to a script": (
        redirect("events/2029/: {to: 'javascript:x', why: {zh: 更名, en: Renamed}}"),
        f"{REGISTRY}/redirects.yml:1: events/2029/.to does not have the form that it must have:"
        " 'javascript:x'",
    ),
}
