"""Whole machines, and the cards they hold: "one A100 80GB node", "a 5090 box", "server of H100 or server of H200"; and
colours that name no energy: "blue/green".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import START

_NUMBER = (
    r"(?:a single|a full|a whole|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|[1-9][0-9]{0,2})"
)
_MACHINE = r"(?:nodes?|servers?|box(?:es)?|machines?|hosts?)"
_SIZE = r"(?:(?:sxm[2-6]?|pcie|nvl|[1-9][0-9]{1,2} ?gb|40|80)(?![a-z0-9]))"
_BEHIND = rf"(?:{START}|(?<=need )|(?<=want )|(?<=looking for )|(?<=after )|(?<=get )|(?<=book )|(?<=reserve )|(?<=rent )|(?<=sell )|(?<=or )|(?<=and )|(?<=plus )|(?<=buy )|(?<=take )|(?<=either )|(?<=else ))"
_COLOUR = r"(?:blue|red|amber|yellow|black|white|orange)"
_ROLLOUT = r"(?:deploy(?:ment|ments|s)?|roll-?outs?|releases?|switch(?:-?over)?|cut-?overs?|migrations?|swap|tests?|testing|set-?up|environments?|envs?|stacks?|upgrade|failover|strategy|flip|refactor(?:ing)?)"
_NO_ENERGY = r"(?:screens?|rooms?|teams?|squad|belts?|hornet|field|house|houses|beans?|book|paper|tea|party|lantern|channel|pixels?|tests?|builds?|pipelines?|chroma|key(?:ing)?|wall|desk|label|zone project|monster|giant|knight|goblin)"

MACHINES: tuple[tuple[str, str, str], ...] = (
    (
        "rack's worth|racks worth|rack worth",
        r"(?P<k>(?<![a-z0-9.-])(?:72|seventy[ -]two) (?:x )?(?:nvidia )?gb[23]00s?(?: gpus?)?),? \(?(?:so |i\.e\.,? |that's |that is |being )?(?:an?|one) (?:full |whole |entire |complete |single )?rack'?s? worth\)?(?= ?(?:[.,;:!?)\n]|$))",
        "{k}",
    ),
    (
        "node|server|box|machine|host",
        rf"(?<![a-z0-9.,$-])(?P<a>{_NUMBER}) (?:x )?(?P<g>PRODUCT) (?P<s>{_SIZE}(?: {_SIZE})?) {_MACHINE}(?![a-z])(?! ?-?hour)",
        "{a} nodes of {g} {s}",
    ),
    (
        "90 ",
        rf"(?<![a-z0-9.,$-])(?P<a>{_NUMBER}) (?:geforce )?(?P<g>[45]090) {_MACHINE}(?![a-z])(?! ?-?hour)",
        "{a} nodes of rtx {g}",
    ),
    (
        "node|server|box|rack|machine",
        rf"{_BEHIND}(?P<u>node|server|box|rack|machine) (?:of|with) (?:the )?(?P<g>PRODUCT)",
        "1 {u} of {g}",
    ),
    # Green as a colour.
    (
        "green",
        rf"(?<![a-z])(?:(?:{_COLOUR}) ?[/-] ?green|green ?[/-] ?(?:{_COLOUR}))(?: ?[/-] ?(?:{_COLOUR}|refactor))*(?: {_ROLLOUT})?(?![a-z-])",
        "rollout",
    ),
    ("green", rf"(?<![a-z])green (?P<n>{_NO_ENERGY})(?![a-z])", "{n}"),
    (
        "green",
        r"(?P<t>(?<![a-z])(?:mr|mrs|ms|miss|dr|prof|professor|sir)\.? (?:[a-z]+ )?)green(?![a-z])",
        "{t}smith",
    ),
    (
        "green",
        r"(?P<t>(?<![a-z])(?:regards|thanks|cheers|best|sincerely|yours|wishes|thank you|br|rgds)[,.!]?[ \n]+(?:-+ ?)?(?:[a-z]+\.? ){1,2})green(?=[ ]?(?:[.,;!\n]|$))",
        "{t}smith",
    ),
)
