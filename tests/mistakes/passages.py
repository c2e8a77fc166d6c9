"""Mistakes in a passages.yml: quotations, themes, evidence, corrections."""

from mistakes.planting import RECORD, Mistakes, put, replace

MISTAKES: Mistakes = {
    "unknown id": (
        replace(f"{RECORD}/passages.yml", "talk-2-1:", "talk-9-1:"),
        f"{RECORD}/passages.yml:27: an entry must have the id of the passage with its words, which is"
        " 'talk-2-1', and has 'talk-9-1'",
    ),
    "punctuation of an input method for Chinese": (
        replace(f"{RECORD}/passages.yml", "By replacing diesel with", "By replacing diesel，with"),
        f"{RECORD}/passages.yml:42: q1-1-1.en must have English punctuation, and has '，' in"
        " 'g diesel，with sho'",
    ),
    "words of the example": (
        replace(
            f"{RECORD}/passages.yml",
            "  refers_to: [talk-1-2]",
            "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: x, en: reason}, by: 您的名字,"
            " date: 2020-06-01}",
        ),
        f"{RECORD}/passages.yml:47: q1-1-1.corrections.0.by must be your own words, and is that of the"
        " example: '您的名字'\n"
        f"{RECORD}/passages.yml:47: q1-1-1.corrections.0.why.en must be your own words, and is that of"
        " the example: 'reason'",
    ),
    "id and words of no passage": (
        replace(f"{RECORD}/passages.yml", "talk-2-1:\n  zh: |-\n", "talk-9-1:\n  zh: |-\n    又"),
        f"{RECORD}/passages.yml:21: a passage must have an entry (`make sync` adds one that is new), and"
        " talk-2-1 has none: '請見 <https://example.org…'\n"
        f"{RECORD}/passages.yml:27: an entry must belong to a passage of the source, and there is"
        " none with the id 'talk-9-1'",
    ),
    "all entries deleted": (
        lambda root: put(root / RECORD / "passages.yml", b"# nothing yet\n"),
        f"{RECORD}/passages.yml:1: the file must have an entry for each passage (`make sync` adds"
        " them), and has none of 7",
    ),
    "quote that no longer matches": (
        replace(f"{RECORD}/passages.yml", "範圍擴及整個港區", "範圍擴大整個港區"),
        f"{RECORD}/passages.yml:11: talk-1-2.zh must quote the source; from character 15 on the source"
        " has 'G 網路，範圍擴及整個港區。', and the entry has 'G 網路，範圍擴大整個港區。'",
    ),
    "unknown theme": (
        replace(f"{RECORD}/passages.yml", "themes: [connectivity]", "themes: [networks]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be keys of themes.yml, and one is 'networks'",
    ),
    "theme that the words do not show": (
        replace(f"{RECORD}/passages.yml", "themes: [connectivity]", "themes: [energy]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be shown by a term of themes.yml, and the"
        " passage has none of 'energy' (or `evidence: {energy: words of the passage}`)",
    ),
    "evidence that the passage does not have": (
        replace(f"{RECORD}/passages.yml", "energy: 岸電取代柴油", "energy: 岸電取代煤"),
        f"{RECORD}/passages.yml:45: q1-1-1.evidence must quote the passage, which does not have"
        " '岸電取代煤'",
    ),
    "no themes": (
        replace(f"{RECORD}/passages.yml", "  themes: [connectivity]\n", ""),
        f"{RECORD}/passages.yml:11: talk-1-2.zh must have `themes`, or `themes: []` where it says"
        " nothing itself (`make sync` proposes some for a passage without an entry)",
    ),
    "seven themes": (
        replace(f"{RECORD}/passages.yml", "[connectivity]", "[connectivity, b, c, d, e, f, g]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be 6 at most, and are 7",
    ),
    "reference to nothing": (
        replace(f"{RECORD}/passages.yml", "refers_to: [talk-1-2]", "refers_to: [talk-9]"),
        f"{RECORD}/passages.yml:46: q1-1-1.refers_to must be ids of this record, and one is 'talk-9'",
    ),
    "correction of what is not there": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            "    與乙市合作。\n  corrections:\n    - {was: 丙市, now: 乙市, why: {zh: 誤, en: slip},"
            " by: A, date: 2030-06-01}\n",
        ),
        f"{RECORD}/passages.yml:20: was must stand once in the passage, and stands 0 times: '丙市'",
    ),
    "two corrections of the same words": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            "    與乙市合作。\n  corrections:\n"
            "    - {was: 乙市, now: 丙市, why: {zh: 誤, en: slip}, by: A, date: 2030-06-01}\n"
            "    - {was: 與乙, now: 同乙, why: {zh: 誤, en: slip}, by: A, date: 2030-06-01}\n",
        ),
        f"{RECORD}/passages.yml:21: corrections must change words of their own, and another changes"
        " some of '與乙'",
    ),
    "note that quotes what nobody sees": (
        replace(
            f"{RECORD}/passages.yml",
            "    An innovative R&D centre.\n",
            "    An innovative R&D centre.\n  note:\n    zh: 「創新的」可能指「革新」。「新創」亦同。\n"
            "    en: “Innovative” may mean “new”. “Start-up” too.\n",
        ),
        f"{RECORD}/passages.yml:26: talk-1-4.note must quote the passage in its en, and this stands"
        " nowhere in it: 'Start-up' (or `accept: {quotes: why}`)\n"
        f"{RECORD}/passages.yml:26: talk-1-4.note must quote the passage in its zh, and this stands"
        " nowhere in it: '新創' (or `accept: {quotes: why}`)",
    ),
    "reason for a note that needs none": (
        replace(
            f"{RECORD}/passages.yml",
            "    An innovative R&D centre.\n",
            "    An innovative R&D centre.\n  accept: {quotes: x, names: {wang: x}}\n",
        ),
        f"{RECORD}/passages.yml:26: talk-1-4.accept must be needed, and quotes is not\n"
        f"{RECORD}/passages.yml:26: talk-1-4.accept must be needed, and that of the name wang is not",
    ),
    "line break at the end": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            "    與乙市合作。\n  en: |\n    With Beta.\n",
        ),
        f"{RECORD}/passages.yml:19: talk-1-3.en must be one paragraph without a line break (write `|-`"
        " in place of `|`), and is 'With Beta.\\n'",
    ),
}
