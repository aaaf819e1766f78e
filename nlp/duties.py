# ruff: noqa: E501
"""What the writer's own people have to do is told like what they will do: it is no requirement of the goods.

"The numbers have to be in the deck" looks like a requirement to whoever judges it by its words, though only what must
hold of the goods, the seller or the order is one. So it is judged as "the numbers will be in the deck".
"""

from __future__ import annotations

import re

_DUTY = re.compile(
    r"(?<![a-z])(?:(?P<must>has to|have to|needs to|need to|must|gotta|got to)(?= (?!not(?![a-z]))[a-z])"
    r"|(?<!we )(?<!i )(?<!you )(?:needs?|wants?)(?= (?:the|his|her|our|their|its|my|your|a|an|some|something)(?![a-z])))"
)
_GOODS = re.compile(
    r"(?<![a-z])(?:gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|box(?:es)?|hardware|disks?|storage|drives?|network"
    r"|links?|interconnect|memory|power|cooling|site|facility|building|data ?cent(?:er|re)s?|cluster|prices?|rates?|payments?"
    r"|invoices?|contracts?|agreements?|terms|delivery|bids?|orders?|offers?|lots?|slots?|windows?|regions?|images?|drivers?"
    r"|access|seller|vendors?|providers?|suppliers?|owners?|operators?|they|these|those|them|it|each|both|all|everything"
    r"|capacity|hours?|discounts?|refunds?|rebates?|quotes?|quotations?|guarantees?|warrant(?:y|ies)|deals?|root|logins?|support|backup|nobody|noone|none|no one)(?![a-z])"
)
_DECIDES = re.compile(
    r"(?<![a-z])(?:approv|agree|sign|confirm|accept|consent|inspect|review|check|read|permit|allow|clear|okay|audit|verify"
    r"|first|before|beforehand|until|unless|if|once|when|only|able|exten|cancel|stop|pause|keep|stand|stay|remain)"
    r"| (?:on|in|at|with|to|of|for|from|by|into|over)$"
)

_OBLIGES = r"(?:must|ha(?:s|ve) to|needs? to)"
_MUST = re.compile(rf"(?<![a-z])(?<! a ){_OBLIGES}(?![a-z])")
_TOGETHER = re.compile(rf"(?:legs|sides|halves|parts|lots|items|both|all) {_OBLIGES} .*together")
"""What an order of several parts says of itself anyway."""
_REQUIRED = re.compile(
    r"(?:^|(?<=[,;.] )|(?<=and )|(?<=but ))"
    r"(?:they|these|those|it|(?:the |all )?(?:machines|hosts|nodes|servers|cards|boxes))(?: all| both)?"
    r" (?:must|mustn't|ha(?:s|ve) to|needs? to|should|shouldn't|may not)(?![a-z])"
)
_FIRST = re.compile(
    rf"{_OBLIGES} (?:[a-z]+ ){{0,5}}"
    r"(?:agree|approve|sign|confirm|accept|consent|first|beforehand|stand by)(?![a-z])"
)


def as_told(words: str) -> str:
    """The words with what somebody has to do said as what they will do; as they are where the duty may be one of the
    goods, or decides about the order."""
    text = words.lower()
    found = _DUTY.search(text)
    if found is None or found.start() == 0 or _GOODS.search(text) or _DECIDES.search(text):
        return words
    return f"{words[: found.start()]}{'will' if found['must'] else 'will have'}{words[found.end() :]}"


def requires(words: str) -> bool:
    """Whether words say what is required of the goods, or what somebody has to do first."""
    return bool(_REQUIRED.search(words.lower())) or comes_first(words)


def obliges(words: str) -> bool:
    """Whether English words say what somebody or something must do."""
    text = words.lower()
    return bool(_MUST.search(text)) and not _TOGETHER.search(text)


def comes_first(words: str) -> bool:
    """Whether words say what somebody has to do before anything else."""
    return bool(_FIRST.search(words.lower()))
