"""From rows to the dossier: one incident with everything in it as a plain value.

`whole` makes the one that editors read: drafts, withheld sources and all. `public` makes the one that everybody reads,
of published claims alone; `withheld` decides what it leaves out. `claims` and `shared` put single rows into values.

What is ordered by its name is ordered here: a database orders texts by a collation of its own.
"""
