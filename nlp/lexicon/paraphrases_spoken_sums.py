"""Sums and their bounds as they are spoken: "buck forty", "no more'n", "as long as I clear two bucks", "2.20 or they stay
idle".

Rules as in `paraphrases`; said before all rules that look for bounds.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_TENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)"
_CENTS = rf"(?:{_TENS}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|[1-9][0-9])"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_BUCK = r"(?<![a-z0-9])(?:(?:a|one|1) )?(?:buck|dollar)"
_OF_AN_HOUR = r"(?= ?(?:an? |per |the |each |/ ?)(?:single )?(?:gpu|card|hour|hr|h(?![a-z])|chip|node))"
_ENDS = r"(?= ?(?:[.,;:!?)\n]|$|max|tops?(?![a-z])|at most|or less|an? |per |the |each |/))"
_SUM = r"(?:(?:usd|us|u\.s\.) ?\$?|\$)? ?(?:[0-9][0-9,]*(?:\.[0-9]+)?k?)(?: ?(?:usd|dollars?|bucks?|cents?|c|grand)(?![a-z]))?"
_SAID = rf"(?:{_SUM}|(?:an?|{_ONES}|{_TENS})(?:[ -][a-z]+)? (?:dollars?|bucks?|cents?|grand))"
_PER = r"(?: ?(?:/|per |an? |the |each |for (?:each|every) )(?: ?(?:gpu|card|node|hour|hr|h|[a-z]{1,3}[0-9]{2,4}[a-z]?)(?:[ -]?(?:hours?|hrs?|h))?)(?:(?: ?/ ?| per | an? )(?:gpu|card|node|hour|hr|h))?)?"
_THEY = r"(?:they|it|these|those|this|that|the (?:cards|gpus|nodes|boxes|lot|machines|servers))"
_UNSOLD = rf"(?:{_THEY}(?:'ll| will| can| just| simply| would|'d)* (?:stays?|sits?|remains?|keeps?|goes? nowhere|rots?|gathers? dust|isn't sold|aren't sold|won't be sold|isn't for sale)(?: (?:idle|put|here|home|at home|with (?:us|me)|where (?:they|it) (?:are|is)|off|dark|unused|unsold|in (?:the|our) racks?|on (?:the|our) (?:shelf|books)|sitting|running|gathering dust|mine|ours|there))*|(?:we|i)(?:'ll| will| would|'d| can| just| simply)* (?:keep|hang on to|hold on to|hold onto|hang onto|sit on|stay with|use|leave) (?:them|it|these|those)(?: (?:idle|ourselves|myself|for (?:ourselves|myself)|back|here|off))*)"
_WORDED = rf"(?:{_TENS}(?:[ -]{_ONES})?)"
_AS_MINUTES = rf"(?:(?:thirty|fifteen|ten|twenty|forty)(?![ -]{_ONES})|forty[ -]five)"
"""What is said of minutes as well."""
_LOT_UNIT = r"(?:gpus?|cards?|nodes?|servers?|racks?|[a-z]{1,4} ?[0-9]|rtx|tpu)"
_LOT_SAID = (
    rf"(?=[^;!?\n]*(?<![a-z0-9])(?:(?:[0-9]+|(?:{_TENS}[ -])?{_ONES}|{_TENS}) ?(?:x )?{_LOT_UNIT}|x ?[0-9]+(?![0-9.])))"
)
_NO_SUM = r"(?![$€£¥]|[0-9]?\.[0-9]|(?<![a-z])(?:cents?|dollars?|bucks?|usd|limit|max|budget|price|cap|total)(?![a-z]))"
_HOURED = r"(?:[0-9] ?[ap]m(?![a-z])|[0-9]:[0-9]{2}|(?:night|morning|evening|afternoon|midnight|noon|tonight|weekend|weekdays)(?![a-z])|(?:all|whole|full) day)"
_CLAUSE = rf"(?:(?<=[.;!?\n] )|(?<=\n)|^){_LOT_SAID}(?P<k>"
_STOP = r"(?=[ ]?(?:[.;!\n]|$|,[ ,]{0,2} ?(?:in|at|from) [a-z][a-z -]{1,20}[ ]?(?:[.,;!\n]|$)))"

SPOKEN_SUMS: tuple[tuple[str, str, str], ...] = (
    # More than, in speech and chat.
    ("'n", r"(?<![a-z])(?P<k>more|less|fewer|higher|lower|later|earlier|sooner) ?'n(?= )", "{k} than"),
    ("nomore", r"(?<![a-z])nomore(?= than )", "no more"),
    (
        " then ",
        r"(?<![a-z])(?P<k>(?:no|not|nothing) (?:more|higher|less|lower|fewer)) then(?= (?:\$|usd|[0-9]|a |one |two |three ))",
        "{k} than",
    ),
    # A dollar and so much.
    ("buck and a half|dollar and a half", rf"{_BUCK} and a half{_ENDS}", "$1.50"),
    ("and a quarter", rf"{_BUCK} and a quarter{_ENDS}", "$1.25"),
    ("and three quarters", rf"{_BUCK} and three quarters{_ENDS}", "$1.75"),
    (
        "buck",
        rf"(?<![a-z0-9])(?<!a )(?<!one )(?<!1 )(?<!per )(?<!single )buck[ -](?P<c>{_CENTS}){_ENDS}",
        "a buck {c}",
    ),
    ("buck-", rf"(?<![a-z0-9])(?P<a>a|one) buck-(?P<c>{_CENTS}){_ENDS}", "{a} buck {c}"),
    ("buck ", rf"(?<![0-9.,])1 (?:buck|dollar) (?:and )?(?P<c>[1-9][0-9]){_ENDS}", "$1.{c}"),
    (
        "-",
        rf"(?<![a-z0-9-])(?P<n>{_ONES})-(?P<c>{_CENTS}){_OF_AN_HOUR}",
        "{n} {c}",
    ),
    (
        " each",
        rf"(?<![a-z0-9-])(?P<a>{_ONES})[ -](?P<b>{_WORDED}) each (?:per|an) (?:hour|hr)(?![a-z])",
        "at {a} {b} per gpu-hour",
    ),
    # Two number words that nothing calls a price; which might be minutes only where the hours are said.
    (
        "ty|teen|ten|eleven|twelve",
        rf"{_CLAUSE}(?:{_NO_SUM}[^;!?\n])*[a-z0-9], )(?P<a>{_ONES})[ -](?!{_AS_MINUTES})(?P<b>{_WORDED}){_STOP}",
        "{k}limit {a} {b}",
    ),
    (
        "ty|teen|ten|eleven|twelve",
        rf"{_CLAUSE}(?:{_NO_SUM}[^;!?\n])*{_HOURED}(?:{_NO_SUM}[^;!?\n])*, )(?P<a>{_ONES})[ -](?P<b>{_WORDED}){_STOP}",
        "{k}limit {a} {b}",
    ),
    (
        "'s my|'s our|'s the|is my|is our|is the",
        rf"{START}(?:and |but )?(?P<a>{_ONES})[ -](?P<b>{_WORDED})(?:'s| is) (?:my|our|the) (?:absolute |hard )?(?:ceiling|limit|max(?:imum)?|cap|top)(?: price)?{END}",
        "limit {a} {b}",
    ),
    ("per", r"(?P<x>(?<![0-9])[0-9]{0,2}\.[0-9]{1,2}) per(?=[ ]?(?:[.,;!\n]|$))", "{x}"),
    # Bounds.
    (
        "cross|beyond|above|past|over",
        rf"(?<![a-z])(?:(?:must|should|may|can|shall|will|is|are|does|do)(?: not|n't| never)|not)(?: to)?(?: be)? (?:cross(?:ing)?|go(?:ing)? (?:over|past|above|beyond)|climb(?:ing)? (?:over|past|above|beyond)|ris(?:e|ing) (?:over|past|above|beyond)|tak(?:e|ing) us (?:over|past|above|beyond))(?= {_SAID})",
        "not exceeding",
    ),
    (
        "from crossing|from going|from exceeding",
        rf"(?<![a-z])(?:please |kindly )?(?:keep|prevent|stop|save) (?:the |our |my )?(?P<t>total|price|rate|bill|cost)(?: cost| price)? from (?:crossing|exceeding|going (?:over|above|past|beyond))(?= {_SAID})",
        "{t} not exceeding",
    ),
    (
        "long as|provided",
        rf"(?<![a-z])(?:(?:(?:so |as )?long as|provided(?: that)?|providing) )(?:i|we|it|they|that|this)(?:'ll| will| can| do| does)? (?:clear|get|make|net|earn|fetch|bring in|pocket|receive|see|take home|yield|pay)s?(?: in)?(?: us| me)?(?: at least)?(?= {_SAID} ?(?:/|per |an? |the |each ))",
        "for at least",
    ),
    (
        " top",
        rf"(?P<x>(?<![a-z0-9.,$-])(?:{_SUM}){_PER}) top(?: price| dollar| whack| money| limit| end)?{END}",
        "{x} max",
    ),
    (
        "penny|cent |dime|dollar more|buck more",
        rf"(?P<x>(?<![a-z0-9.,$-]){_SAID}{_PER}(?: (?:to spend|to play with|in total|total|all[- ]in|altogether|for (?:everything|all of (?:it|them)|the lot|the whole (?:thing|lot))|max(?:imum)?|tops))*)(?:,| -|;)? (?:and |but )?not (?:a|one) (?:single )?(?:red )?(?:cent|penny|dime|dollar|buck) (?:more|extra|over|above)(?: than that)?{END}",
        "{x}",
    ),
    (
        "that's all|that's the|that is all|that is the|and it's all|pot|kitty",
        rf"(?P<x>(?<![a-z0-9.,$-]){_SAID}{_PER}(?: (?:in total|total|all[- ]in|altogether|to spend|max(?:imum)?|tops|budget))*)(?:,|;| -|\.)? (?:and )?(?:that's|that is|it's) (?:(?:all|the lot|everything|what|as much as)(?: (?:that )?(?:there is|we have|we've got|we got|i have|i've got|i got|i can do|we can do|she wrote|you get|they gave (?:us|me)|is left|we can spend|i can spend))+|the (?:whole|entire|full|total) (?:pot|kitty|purse|budget|lot|wallet|sum|fund|grant)|my (?:whole|entire) (?:budget|pot|wallet)|our (?:whole|entire|full) (?:budget|pot|grant)){END}",
        "{x}",
    ),
    (
        "or they|or it|or we|or i|or else|or these|or those|or the ",
        rf"(?P<x>(?<![a-z0-9.,$-]){_SAID}{_PER}(?: (?:min(?:imum)?|at least|or more))?),? or (?:else )?{_UNSOLD}{END}",
        "{x}",
    ),
    (
        "days|nights|evenings|mornings|afternoons|weekends",
        r"(?P<t>(?<![a-z])(?:total|overall|whole|full|combined)? ?(?:budget|cost|spend|bill|total|price)) for (?:all )?(?:the|all|those|these) (?:two|three|four|five|six|seven|[2-7]) (?:days|nights|evenings|mornings|afternoons|weekends)(?= (?:is|of|at|must|should|may|:|=|under|below|max|up to|\$|usd|[0-9]))",
        "{t}",
    ),
    (
        "maximum|max|up to",
        rf"{START}(?P<k>(?:quantity|qty|count|units|amount|number(?: of (?:gpus|cards|units))?|size) ?[:=]) ?(?:min(?:imum|\.)?|at least|from)(?: of)? (?P<a>[0-9]{{1,5}}),? (?:and |but )?(?:max(?:imum|\.)?|up to|at most|to)(?: of)? (?P<b>[0-9]{{1,5}})(?![0-9.,]*[0-9])",
        "{k} at least {a} and up to {b}",
    ),
)
