"""What follows from a dossier: pure functions, whose rules are stated in words on /method/. One step builds on another:

    counted     which claims count, and why each of the others does not
    positions   what each authority stands by on each question, and how it moved
    lanes       the distinct answers to a question, each with all who stand by it
    conflicts   which two lanes cannot both be so, between whom, and why
    findings    the state of each question, and the conflict that shows most

Beside these: `origins` (where claims come from), `spread` (the smallest and the largest number), `days_between` (two
statements), and `warnings` (what an editor is warned of).
"""
