"""What the mark-up may say: tags, their attributes and the words that each takes
(``corpora/README.md`` explains them).
"""

STYLES = (
    "agency",
    "readout",
    "release",
    "oped",
    "bulletin",
    "brief",
    "translated",
    "interview",
    "headline",
    "local",
)
REGIONS = ("africa", "americas", "asia", "europe", "middle-east", "oceania", "central-asia")
ATTRIBUTES = {
    "st": {"id", "act", "stance", "speaker", "name", "to"},
    "cue": {"st"},
    "sp": {"st", "actor"},
    "ev": {
        "type",
        "mode",
        "actors",
        "recipients",
        "status",
        "date",
        "place",
        "historical",
        "contexts",
    },
    "fig": {
        *(
            "measure",
            "value",
            "unit",
            "qualifier",
            "reporter",
            "partner",
            "product",
            "period",
            "of",
            "change",
            "base",
        ),
        *("favour", "nature"),
    },
    "ins": {"kind", "status", "parties", "date"},
    "pr": {"kind", "by", "to"},
    "as": {"kind", "subject", "object", "direction", "period", "measure"},
    "no": {"why"},
}
NEEDED = {
    "st": {"id"},
    "cue": {"st"},
    "sp": {"st"},
    "ev": {"type", "actors"},
    "fig": {"measure", "value", "unit"},
    "ins": {"kind", "status"},
    "pr": {"kind"},
    "as": {"kind"},
    "no": {"why"},
}
CHOICES = {
    ("st", "act"): ("speech", "thought", "attitude", "plan"),
    ("st", "stance"): ("affirms", "denies", "doubts", "declines"),
    ("ev", "status"): ("actual", "planned", "hypothetical", "negated"),
    ("ev", "historical"): ("yes",),
    ("fig", "measure"): (
        *(
            "trade_total",
            "exports",
            "imports",
            "balance",
            "share",
            "growth",
            "investment",
            "volume",
            "count",
            "price",
        ),
        "other",
    ),
    ("fig", "qualifier"): ("exact", "about", "over", "under", "at_least", "at_most"),
    ("fig", "change"): ("percent", "absolute", "factor"),
    ("fig", "nature"): ("flow", "stock", "cumulative", "pledge", "disbursed", "target", "forecast"),
    ("ins", "kind"): ("agreement", "project", "format", "summit", "law", "fund"),
    ("ins", "status"): (
        *(
            "proposed",
            "planned",
            "negotiated",
            "signed",
            "ratified",
            "in_force",
            "under_construction",
            "operating",
        ),
        *("suspended", "ended", "unknown"),
    ),
    ("pr", "kind"): ("offer", "plan", "request", "recommendation", "condition"),
    ("as", "kind"): ("dominance", "rank", "trend", "diversity", "comparison"),
    ("as", "direction"): ("up", "down", "flat"),
}
CODES = {
    *(
        ("st", "speaker"),
        ("st", "to"),
        ("sp", "actor"),
        ("ev", "actors"),
        ("ev", "recipients"),
        ("fig", "reporter"),
    ),
    *(
        ("fig", "partner"),
        ("fig", "favour"),
        ("ins", "parties"),
        ("pr", "by"),
        ("pr", "to"),
        ("as", "subject"),
        ("as", "object"),
    ),
}
DATES = {("ev", "date"), ("fig", "period"), ("fig", "base"), ("ins", "date"), ("as", "period")}
SCALES = {"k": 3, "m": 6, "bn": 9, "tn": 12}
