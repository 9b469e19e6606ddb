"""The state of every question of an incident: what is in conflict with what, between whom, and by which rule. Pure.

`findings` takes a dossier and gives one `Finding` a question and subject: the `lanes` (one a distinct answer, with all
who stand by it), the `conflicts` between lanes, and the state that follows. The rules are stated in words on /method/.
"""
