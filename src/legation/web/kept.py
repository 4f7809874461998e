"""What people left in the account: dossiers and judgements, as questions of the page."""

from legation.export import lists
from legation.views.questions.dossiers import Bundle, Bundles, bundle, bundles
from legation.views.questions.judged import Judged, judged
from legation.web.answers import Question

JUDGEMENTS = Question(
    template="judgements.html.j2",
    here="",
    gives=Judged,
    ask=lambda ledger, path, given: judged(ledger),
    lists={"": lambda view: lists.judged(view.judgements)},
)
DOSSIERS = Question(
    template="dossiers.html.j2",
    here="",
    gives=Bundles,
    ask=lambda ledger, path, given: bundles(ledger),
    lists={"": lambda view: lists.dossiers(view.dossiers)},
)
DOSSIER = Question(
    template="dossier.html.j2",
    here="",
    gives=Bundle,
    ask=lambda ledger, path, given: bundle(ledger, path["name"]),
    lists={"": lambda view: lists.entries((view.name, [one.entry for one in view.entries]))},
)
