# ruff: noqa: E501
"""English asides of an order that need no field: who pays, on which account, whereabouts, purposes, courtesies."""

from __future__ import annotations

_END = r"(?= ?(?:[.,;:!?)\n—]|$| - ))"
_UNIT = r"(?:labs?|teams?|groups?|dept\.?|departments?|projects?|grants?|budgets?|accounts?|cent(?:re|er)s?|codes?|units?|divisions?|faculty|institute|offices?|desks?|programmes?|programs?|schools?|studios?|company|consortium|branch|subsidiary|r&d|marketing|research|engineering|finance|it|hr|ops|operations|award|fund|funds)"
_PLAIN = r"(?:(?!(?:spot|only|not?|never|if|unless|when|in|at|per|after|before|first)(?![a-z]))[a-z&'-]+ ){0,4}"

ASIDES: tuple[str, ...] = (
    rf"(?:and |but )?(?:the |our |my |their |a )?{_PLAIN}(?:is|are|will be|was|'s|'re|has been) (?:paying|footing (?:the|this) (?:bill|one)|picking up (?:the|this) (?:bill|tab|cheque|check)|covering (?:it|this|the (?:cost|bill))|funding (?:it|this)|sponsoring (?:it|this)|good for it)(?: for (?:it|this|that|these|them|the lot)(?: one)?)?{_END}",
    rf"(?:(?:it is |it's |this is |these are )?to be |please |kindly |we'll |will be )?(?:charged?|bill(?:ed)?|invoiced?|booked|expensed?|cross-?charged?|recharged?|debit(?:ed)?|posted) (?:it |this |these |directly |back )*(?:to|against|under|on) (?:the |our |my |their )?{_PLAIN}{_UNIT}{_END}",
    rf"(?:(?:this|it|that)(?:'s| is| comes| will come)? )?(?:charged |paid |funded |coming )?(?:under|from|out of|on|against) (?:the |our |my )?{_PLAIN}(?:framework|framework agreement|master agreement|msa|grant|award|retainer|mandate|charter|cost cent(?:re|er)|budget line|purchase agreement|programme|initiative){_END}",
    r"(?:(?:kind|best|warm|many) )?(?:regards|cheers|thanks|best|sincerely|thank you|yours)[,.!]* ?\n? ?(?:from )?(?:the |your |our |all at the )?(?:[a-z0-9&'-]+ ){1,3}(?:team|group|lab|desk|dept|department|crew|folks|office|committee|unit)[.! ]*$",
    r"(?:so |and )?(?:what do you (?:say|think|reckon)|whaddya say|what say you|are you in|you in|sound(?:s)? (?:good|fair|ok(?:ay)?)|fair enough|deal|does that work(?: for you)?|would that work|can do|is that (?:ok(?:ay)?|fine|doable|possible))(?= ?[?.!,)\n]|$)",
    rf"(?:over|during|through|across|throughout) (?:the |our |this )?(?:(?:summer|winter|spring|easter|christmas|xmas|holiday|semester|term|year-end|new year|half-term|exam) )?(?:break|shutdown|closure|recess|stoppage|lull){_END}",
    r"to (?:re-?)?(?:profile|measure|characteri[sz]e|benchmark|test|debug|study|analy[sz]e|compare|stress|map|chart|trace|tune|investigate|reproduce) (?:the |our |its |their |some |raw )?(?:[a-z-]+ ){0,3}?(?:memory bandwidth|bandwidth|latency|throughput|memory|cache|kernels?|network|disk|io|i/o|storage|scaling|power draw)(?: (?:usage|behaviou?r|limits|pressure|scaling|leaks?|patterns?))?(?= ?(?:[.,;:!?)\n]|$))",
    r"(?:i'm|i am|we're|we are|the team is|half the team is) (?:(?:still|currently|stuck|away|travelling|traveling|off|out|over|on holiday|on vacation|visiting|working|sitting|here|at a conference|at a summit) )+(?:in|at) [a-z][a-z-]+(?: [a-z]+)?(?: (?:till|until) then)?(?= ?(?:[.,;!)\n]|$| but| and| till| until))",
    rf"(?:we|they|i) (?:have |had |'ve )?(?:over-?bought|over-?ordered|over-?provisioned|bought (?:one |a few )?too many|double[- ]booked|overbooked)(?: (?:a bit|slightly|it|them|again|capacity|last (?:week|month|quarter)))?{_END}",
    r"(?:the|our|my|this|that) (?:[a-z]+ ){0,3}(?:is|are|was|were) (?:[a-z]+ )?(?:written|built|tuned|optimi[sz]ed|compiled|made|ported|designed|coded|developed) (?:for|on|in|to run on) (?:tpus?|gpus?|hoppers?|blackwells?|amperes?|cuda|rocm|jax|pytorch|xla|nvidia|amd)(?: (?:cards|hardware|chips))?(?= ?[,.;!\n])(?:, so(?= ))?",
)
