"""Fallbacks told by what fails: by a shortage, by the day, the place or the requirement that was wanted first.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START
from nlp.lexicon.paraphrases_times import DAY

_COUNT = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|sixty)"
_IF = r"(?:(?:but |and |or )?(?:if|should|in case|where|when))"
_LOT_NEXT = rf"(?=(?:then |make it |give (?:us|me) |take |(?:we|i)(?:'d|'ll| would| will)? take )*{_COUNT} (?:x )?(?:nodes? |racks? |rtx |tpu |[a-z]{{1,4}} ?[0-9]))"
_GOODS = r"(?:(?:apple|nvidia|amd|google|such|this|that|the) )?(?:kit|gear|hardware|cards|gpus|machines|macs|boxes|silicon|stock|supply|supplies|capacity|inventory)"
_SHORT = r"(?:short|lacking|scarce|missing|wanting|tight|thin|unavailable|exhausted|depleted|all gone|sold out|out)"
_FAILS = r"(?:fails?|falls? through|falls? flat|is (?:full|gone|taken|impossible|out|off|not possible|not available|unavailable|sold out|booked(?: out| up)?)|isn't (?:possible|available|free)|(?:does not|doesn't|won't|can't|cannot) (?:work(?: out)?|fill|clear|be had|be done|happen))"
_PART = r"(?: (?:night|morning|afternoon|evening))?"
_FALLBACK = r"(?:fall-?back|back-?up|second choice|plan b|alternative|reserve|second best|stand-?by)(?: option| choice| site| region)?"
_NINES = r"(?:(?:two|three|four|five|[2-5]) nines|99(?:\.9{1,3})? ?%)(?: (?:uptime|availability))?"
_NOT_HAD = r"(?:(?:cannot|can't|can not|could not|couldn't) be (?:had|found|offered|done|met|guaranteed|provided)|(?:is|are|be|proves?|turns? out)(?: to be)? (?:not (?:available|possible|to be had|on offer)|unavailable|impossible|too much to ask)|(?:isn't|aren't) (?:available|possible|to be had|on offer))"
_FABRIC = r"(?:infiniband|ib|nvlink|roce)"
_PAID = r"(?:(?:we|i)(?:'d|'ll| would| will| could| can)? (?:only |just )?(?:pay|go(?: to)?|bid|give|offer) |(?:it's|make it|then|only|at|for) )*"
_SUM = r"(?:(?:usd ?)?\$ ?[0-9][0-9.]*|[0-9]?\.[0-9]{2}|[0-9]\.[0-9]{2}|[0-9]{2,3} ?(?:c|cents))(?![0-9])"

_ONE_DAY = r"^(?P<k>(?:(?!(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:night|morning|afternoon|evening))?(?: and|,| &) (?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*))[\s\S]){0,400}?"
"""All before it names no list of days: which of those another place is meant for would not be told."""

_TOO_MANY = r"(?:(?:is|are|'s|would be|proves?|turns? out(?: to be)?)(?: (?:a bit|a little|really))* (?:(?:an? |too big a |too much of an? )?(?:stretch|ask|big ask|tall order|problem|struggle)|too (?:many|much|big|large)|more than you (?:have|can (?:do|spare|find))|impossible|unavailable|hard to (?:find|get|come by)|out of (?:reach|the question))|(?:is|are) not (?:to be had|available|possible|there|on offer|doable|in stock)|(?:isn't|aren't) (?:to be had|available|possible|there|on offer|doable|in stock)|(?:cannot|can't|can not|couldn't|could not) be (?:had|found|done|got|filled|supplied))"
_WE_TAKE = r"(?:(?:then |in that case )*(?:we|i)(?:'d|'ll| can| could| would| will)?(?: also| still| happily| just| even)* (?:live with|take|settle for|do with|make do with|manage with|accept|work with|get by with|be (?:fine|happy|ok|okay) with|cope with) (?:just |only )?)"
_MAKE_IT = r"(?:then |just |only |make it |give (?:us|me) |let it be |take )*"
_SMALLER = r"(?P<n>[1-9][0-9]{0,3}|two|three|four|six|eight|ten|twelve|sixteen)(?![0-9.,]*[0-9]|:|k(?![a-z]))(?P<u>(?: (?:gpus?|cards?|nodes?|of (?:them|those|these)))?)"
_WILL_DO = r"(?: (?:will|would|could|can) (?:also |still )?(?:do|help|work|be (?:fine|ok|okay))| (?:is|are|would be) (?:also |still )?(?:fine|ok(?:ay)?|enough|good enough|welcome|acceptable))"
_ONE_LOT = r"(?:(?! or | and | plus |[0-9]{1,4} (?:x )?(?:[a-z]{1,4} ?[0-9]|rtx|tpu))[^;]){5,240}?"
"""The rest of the only lot of a text."""
_ITS_COUNT_FAILS = rf"(?P<k>^[^0-9]{{0,240}}?(?P<w>[1-9][0-9]{{0,3}}) (?:x )?(?P<g>PRODUCT)(?![0-9]){_ONE_LOT}[.;,\n]\s)(?:but |and |or )?(?:if|should|in case) (?:the |all |all of the |the full )?(?P=w)(?P<z>)(?: of (?:them|those))? {_TOO_MANY},? "

_TWO_LOTS = r"(?:[\s\S]{0,200}?(?<![a-z0-9.:$-])[0-9]{1,4} (?:x )?(?:[a-z]{1,4} ?[0-9]|rtx|tpu)){2}"
_PLAINLY = r"(?:(?!(?<![a-z])(?:and|or|plus|every|each|both|also|any|if|should)(?![a-z])|[&/]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*, ?(?:mon|tue|wed|thu|fri|sat|sun))[\s\S])"
"""What puts no second day or lot beside the first."""

FALLBACKS: tuple[tuple[str, str, str], ...] = (
    # The count that was wanted first is too many.
    *(
        (
            "if |should|in case",
            rf"{_ITS_COUNT_FAILS}{how}{END}",
            f"{{k}}{IDLE} {{z}}{said}{{n}}{{u}}",
        )
        for how, said in (
            (rf"{_WE_TAKE}{_SMALLER}", "min "),
            (rf"(?:even |just |only )?{_SMALLER}{_WILL_DO}", "min "),
            (rf"{_MAKE_IT}{_SMALLER}", "or else "),
        )
    ),
    # There is too little of it.
    (
        "short|lacking|scarce|missing|wanting|tight|thin|unavailable|exhausted|depleted|gone|sold out|out",
        rf"{START}{_IF} (?:you|they|those|these|that|it|things|there|{_GOODS})(?: (?:should|turns? out to|prove to))?(?:'re|'s| be| are| is| run| runs| come up| fall| prove)+ (?:(?:a bit|too|all|running) )*{_SHORT}(?: (?:of|on) (?:them|those|these|that|it|stock|supply|kit))?,? {_LOT_NEXT}",
        "if not, ",
    ),
    (
        "shortage|shortfall|lack of",
        rf"{START}(?:but |and |or )?(?:in (?:the )?(?:case|event) of|given|with|at|upon) (?:an?|any) (?:shortage|shortfall|lack)(?: of (?:them|those|these|it|stock|supply))?,? {_LOT_NEXT}",
        "if not, ",
    ),
    (
        "shortage|shortfall",
        rf"{START}(?:but |and |or )?in (?:the )?(?:case|event) of (?:shortage|shortfall|short supply),? {_LOT_NEXT}",
        "if not, ",
    ),
    # The same ones on another day.
    *(
        (
            f"same {word}|same {number}",
            rf"(?P<k>^[^0-9]{{0,120}}?(?:{number}|{word}) (?:x )?(?P<g>PRODUCT)(?![0-9]){_ONE_LOT.replace('[^;]', '[^~]')}(?<![a-z])the same) (?:{word}|{number})(?: of (?:them|those))?(?= (?:on|for|in) )",
            "{k}",
        )
        for word, number in (("two", 2), ("four", 4), ("six", 6), ("eight", 8), ("twelve", 12), ("sixteen", 16))
    ),
    # The day that was wanted first is gone.
    (
        " if |should|in case",
        rf"(?P<k>(?<![a-z])(?P<w>mon|tue|wed|thu|fri|sat|sun)[a-z]*(?![a-z])[^!?\n]{{0,120}}?(?<![a-z])or (?:on |for )?(?:{DAY}){_PART}(?: (?:for|at|,)? ?{_SUM})?),? (?:if|should|in case) (?:on |the )?(?P=w)[a-z]*{_PART}(?: (?:slot|one|lot|block|booking|option))? {_FAILS}{END}",
        "{k}",
    ),
    (
        "mon|tue|wed|thu|fri|sat|sun|tonight|tomorrow",
        rf"(?P<k>^(?!{_TWO_LOTS}){_PLAINLY}{{0,240}}?(?<![a-z])(?P<w>mon|tue|wed|thu|fri|sat|sun|tonight|tomorrow)[a-z]*(?![a-z]){_PLAINLY}{{0,160}}?[.;,\n] )(?:but |and )?(?:if|should|in case|were) (?:on |the |our )?(?P=w)[a-z]*{_PART}(?: (?:slot|one|lot|block|booking|option|run|order))?(?: (?:should|to|also))* (?:{_FAILS}|fail|fall through|fall flat|be (?:full|gone|taken|impossible|unavailable|sold out|booked(?: out| up)?)),? (?:then |make it |take |please |we(?:'d| would|'ll) (?:take|like) )*(?:on )?(?={DAY}(?![a-z]))",
        "{k}failing that ",
    ),
    # The place that was wanted first.
    (
        "fall|back|second|plan b|alternative|reserve|stand",
        rf"{_ONE_DAY}[;,.] )(?:and |with )?(?P<place>PLACE)(?: being| is| as| would be|,) (?:the|our|my|an?) {_FALLBACK}(?= at | @|,? ?\$| ?[.,;:!?)\n]|$)",
        "{k}failing that in {place}",
    ),
    (
        " first",
        r"(?<![a-z])(?P<place>PLACE) first(?=,? (?:failing|else|otherwise|or else|if not|(?:and )?then (?:in )?[a-z]))",
        "{place}",
    ),
    # What was required first.
    (
        "nines|99",
        rf"{START}{_IF} {_NINES} {_NOT_HAD},? (?:then )?(?={_NINES}(?![a-z]))",
        "failing that ",
    ),
    (
        "without",
        rf"(?P<k>(?<![a-z])(?P<f>{_FABRIC})(?![a-z])[^\n]{{4,120}}?[;,.] )(?:and |or |but )?without (?:(?:the )?(?P=f)|it)(?: (?:fabric|networking))?,? {_PAID}(?P<x>{_SUM}){END}",
        "{k}failing that any interconnect, {x}",
    ),
)
