"""What follows from a dossier: pure functions, whose rules are stated in words on /method/. One step builds on another:

    stands      a claim as the rules read it: by whom, with what voice, and whether it can face the reader
    counted     which claims count, and why each of the others does not
    grounds     which choice, party and place lies within which
    wholes      what is stated of a whole and read on its parts
    changes     the links between claims, and the changes of account that they make
    positions   what each authority stands by on each question
    lanes       the distinct answers to a question, each with all who stand by it
    conflicts   which two lanes cannot both be so, between whom, and why
    sides       who faces whom, each side with its own authorities
    findings    the states of each question, and all of the above
    weight      in which order the questions face the reader

Beside these: `accused` (who is said to have carried it out), `origins` (where claims come from), `spread` (the smallest and the largest number), `doubts` (who casts
doubt on a claim), `days_between` (two statements), `warnings` (what an editor is warned of), and `version` (which rules
these are).
"""
