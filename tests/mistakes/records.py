"""Mistakes in a record.yml: what it declares and its source does not have, or the reverse."""

from mistakes.planting import RECORD, Mistakes, replace

ABOVE = "a row above the tables must be declared in record.yml, as facts, or as columns"

FILM = "    films: [{url: https://example.org/harbour"
WHAT = "{zh: 錄影, en: Film}"

MISTAKES: Mistakes = {
    "days in no order": (
        replace(f"{RECORD}/record.yml", "[2030-05-06]", "[2030-05-08, 2030-05-07, 2030-05-07]"),
        f"{RECORD}/record.yml:11: dates must be in order, each once, and 2030-05-07 stands behind"
        " 2030-05-07\n"
        f"{RECORD}/record.yml:11: dates must be in order, each once, and 2030-05-07 stands behind"
        " 2030-05-08",
    ),
    "session of years": (
        replace(f"{RECORD}/record.yml", "[2030-05-06]", "[2003-05-06, 2030-05-07]"),
        f"{RECORD}/record.yml:11: a session must be of 31 days at most, and this is of 9864",
    ),
    "seconds for a day": (
        replace(f"{RECORD}/record.yml", "added: 2030-05-20", "added: 0"),
        f"{RECORD}/record.yml:24: added must be a date such as 2022-03-22, and is '0'",
    ),
    "unknown label": (
        replace(f"{RECORD}/record.yml", "  Director, Harbour Office:", "  Director of the Office:"),
        f"{RECORD}/record.yml:18: a label must occur in the source exactly so, and does not:"
        " 'Director of the Office'\n"
        f"{RECORD}/source.txt:8: a label must be declared in {RECORD}/record.yml, labels, and is"
        " not: 'Director, Harbour Office'",
    ),
    "lead-in that is a label": (
        replace(f"{RECORD}/record.yml", "left_out:", "lead_ins: ['甲市 王小明市長：']\nleft_out:"),
        f"{RECORD}/record.yml:22: a lead-in must occur in the source exactly so, and does not:"
        " '甲市 王小明市長：'\n"
        f"{RECORD}/record.yml:22: lead_ins must name no speaker, or their words are another's, and"
        " labels has too '甲市 王小明市長：'",
    ),
    "unknown city": (
        replace(f"{RECORD}/record.yml", "cities: [beta]", "cities: [gamma]"),
        f"{RECORD}/record.yml:21: labels.Director, Harbour Office.cities.0 must be a key of"
        " cities.yml, and is 'gamma'",
    ),
    "citation of what the source does not have": (
        replace(
            f"{RECORD}/record.yml",
            "left_out:",
            "cited:\n  - words: 附件一\n    what: {zh: 附件, en: Annex}\nleft_out:",
        ),
        f"{RECORD}/record.yml:23: what is cited must occur in the source exactly so, and does not:"
        " '附件一'",
    ),
    "unknown person": (
        replace(f"{RECORD}/record.yml", "person: wang", "person: wong"),
        f"{RECORD}/record.yml:15: labels.甲市 王小明市長.person must be a key of people.yml, and is"
        " 'wong'",
    ),
    "unknown event": (
        replace(f"{RECORD}/record.yml", "event: 2030-harbour", "event: 2031-harbour"),
        f"{RECORD}/record.yml:7: sessions.0.event must be a key of events.yml, and is"
        " '2031-harbour'",
    ),
    "path as a key": (
        replace(f"{RECORD}/record.yml", "id: talks", "id: ../../../tmp/x"),
        f"{RECORD}/record.yml:8: sessions.0.id does not have the form that it must have:"
        " '../../../tmp/x'",
    ),
    "nowhere": (
        replace(f"{RECORD}/record.yml", "    cities: [beta]\n", ""),
        f"{RECORD}/record.yml:18: a label must have cities or a country, and has neither",
    ),
    "left out without a reason": (
        replace(f"{RECORD}/record.yml", "column-headings, ", ""),
        f"{RECORD}/record.yml:23: left_out.kinds must name all that is left out, and lacks"
        " 'column-headings'",
    ),
    "reason for nothing": (
        replace(f"{RECORD}/record.yml", "spacing]", "spacing, label-colon]"),
        f"{RECORD}/record.yml:23: left_out.kinds must name what is left out, and nothing is of the"
        " kind 'label-colon'",
    ),
    "reading of a character that everybody sees": (
        replace(
            f"{RECORD}/record.yml",
            "left_out:",
            "characters: [{code: U+6E2F, reading: 巷, why: {zh: 誤, en: slip}}]\nleft_out:",
        ),
        f"{RECORD}/record.yml:22: characters must be ones that nobody can see, or forms of another,"
        " and one is U+6E2F '港'",
    ),
    "date of another age": (
        replace(f"{RECORD}/record.yml", "dates: [2030-05-06]", "dates: [0201-05-06]"),
        f"{RECORD}/record.yml:11: sessions.0.dates.0 input should be greater than or equal to",
    ),
    "date that is none": (
        replace(f"{RECORD}/record.yml", "dates: [2030-05-06]", "dates: [2030-02-30]"),
        f"{RECORD}/record.yml:11: sessions.0.dates.0 must be a date such as 2022-03-22, and is"
        " '2030-02-30'",
    ),
    "one city and no list": (
        replace(f"{RECORD}/record.yml", "cities: [beta]", "cities: beta"),
        f"{RECORD}/record.yml:21: labels.Director, Harbour Office.cities must be a list such as"
        " [a, b], and is 'beta'",
    ),
    "film that nobody gives": (
        replace(f"{RECORD}/record.yml", "columns:", f"{FILM[:-1]}, what: {WHAT}}}]\ncolumns:"),
        f"{RECORD}/record.yml:12: sessions.0.films.0 must stand in the source, or say where its"
        " publisher gives it (given_at), and does not: 'https://example.org/harbou'",
    ),
    "film of a turn that is not there": (
        replace(
            f"{RECORD}/record.yml", "columns:", f"{FILM}, of: talk-9, what: {WHAT}}}]\ncolumns:"
        ),
        f"{RECORD}/record.yml:12: sessions.0.films.0.of must be the id of a contribution of the"
        " session, and is 'talk-9'",
    ),
    "film without encryption": (
        replace(
            f"{RECORD}/record.yml",
            "columns:",
            f"    films: [{{url: http://example.org/, what: {WHAT}}}]\ncolumns:",
        ),
        f"{RECORD}/record.yml:12: sessions.0.films.0.url does not have the form that it must have:"
        " 'http://example.org/'",
    ),
    "undeclared columns": (
        replace(f"{RECORD}/record.yml", "城市代表: label, ", ""),
        "\n".join(
            f"{RECORD}/source.txt:{line}: {rule}"
            for line, rule in [
                (4, ABOVE),
                (5, ABOVE),
                (6, ABOVE),
                (7, ABOVE),
                (8, ABOVE),
                (12, ABOVE),
                (13, ABOVE),
            ]
        ),
    ),
}
