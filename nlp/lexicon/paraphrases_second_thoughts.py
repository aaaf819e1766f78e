"""Corrections of what was said before: "no, it should be", "my boss said 6, but".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_WRONG = r"(?:no|nope|nah|wait|sorry|oops|actually|in fact|correction|rather|well)"
_IS_RIGHT = r"(?:it(?:'s| is| should be| must be| has to be| will be| was meant to be| ought to be| needs to be)|that(?:'s| is| should be| should read| must be)|make (?:it|that)|(?:the )?(?:right|correct|true|actual|real|proper) (?:number|figure|count|quantity|amount|one)(?: is|:)|i meant?|we meant?)"
_WAIT = r"(?:no|nope|nah|wait|sorry|oops|hang on|hold on|hmm+|scratch that|on second thoughts?|come to think of it)"
_SAY = r"(?:(?:let's|let us|lets) (?:say|do|call it|make it|make that|take|go (?:for|with)|have)|call it|say|better(?: make it)?|go (?:for|with)|we'd better (?:take|have)|i'd rather (?:take|have))"
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:night|morning|afternoon|evening))?"
_AMOUNT = rf"(?:\$ ?)?(?:[0-9][0-9,.]*[0-9]|{_NUMBER})(?![0-9%])"
_WHO = r"(?:(?:my |our |the |a )?(?:colleague|boss|manager|team|client|customer|assistant|lead|professor|director|partner|teammate|mail|e-?mail|ticket|note|plan|i|we|he|she|they|it|you)(?: (?:had|have|has|was|were))?)"
_AT_FIRST = (
    r"(?:first|originally|initially|earlier|previously|at first|to begin with|yesterday|this morning|before|once)"
)
_ONCE_SAID = r"(?:figured(?: on)?|thinking(?: of)?|said|says|told (?:me|us|you)|asked for|wanted|needed|requested|mentioned|put(?: down)?|wrote|planned(?: for| on)?|thought(?: of)?|quoted|going to be|meant to be|supposed to be|going for|looking for|had)"
_BY_NOW = r"(?:(?:,|;|\.| -| —)? ?(?:but |and |then |however |only )*(?:it's now|it is now|now it's|now it is|now|that's now|that is now|(?:he|she|they|we|i) now|now (?:he|she|they|we|i)|these days it is|today it is|let's (?:go with|say|do|make it|take|have)|let us (?:say|take|do))(?: (?:needs?|wants?|says?|asks? for|prefers?|requires?|would like|i need|it has to be|it should be|it must be))?)"
_BY_NOW_BEHIND = r"(?:(?:,|;|\.| -| —)? ?(?:but |and |then |however )*(?:it's|it is|that's|that is|we need|i need|(?:he|she|they) (?:needs?|wants?)|make it))"

_NO_PLACE = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|tomorrow|today|weekdays|weekends?|morning|evening|afternoon|hipaa|renewable|green|spot|interruptible|pre-?emptible|infiniband|nvlink|roce|inside|outside|never|thanks|please|hello)(?![a-z])"
"""Single words of an order that name no place."""

SECOND_THOUGHTS: tuple[tuple[str, str, str], ...] = (
    # Second thoughts.
    (
        "no|nope|nah|wait|sorry|oops|actually|fact|correction|rather|well",
        rf"(?<!if)(?<!is)(?<!there's)(?: but|,? -|,|;|\.|:| —)? (?:but |and )?(?:{_WRONG},? )+(?:but )?{_IS_RIGHT} (?=(?:only |just |really )?{_NUMBER}(?![a-z]))",
        ", i mean ",
    ),
    (
        "no|nope|nah|wait|sorry|oops|hang on|hold on|hmm|scratch that|second thought",
        rf"(?<=[a-z0-9])(?:,|;|\.+| -| —)? (?:but |and )?(?:{_WAIT},? )+(?:but )?{_SAY} (?=(?:just |on )?(?:{_NUMBER}(?![a-z])|{_DAY}))",
        ", i mean ",
    ),
    (
        "hang on|hold on|no wait|wait no",
        rf"(?<=[a-z0-9])(?:,|;|\.+| -| —) (?:hang on|hold on|no,? wait|wait,? no|hmm,? no),? (?={_NUMBER}(?![a-z])(?: (?:x )?[a-z]{{1,4}}[0-9]|{END}))",
        ", i mean ",
    ),
    (
        "said|says|wrote|put|asked",
        rf"{START}(?:my |our |the )?(?:colleague|boss|manager|team|assistant|intern|friend|i|we|he|she|they|partner|co-?worker|teammate|mail|e-?mail|ticket|form|order)(?: [a-z]+)? (?:(?:had|has|have|just|first|earlier|originally|initially|wrongly|mistakenly) )*(?:said|says|wrote|put|asked for|told you|typed|listed|requested) (?=[0-9][^.;\n]{{2,40}}, i mean )",
        "",
    ),
    (
        "hundred|thousand|grand|total|altogether|all in",
        rf"{START}(?:\$ ?)?(?:[1-9][0-9]{{2,5}}|[a-z]+ (?:hundred|thousand|grand)),? (?:ah,? |er,? |um,? )?(?:no|wait|sorry|actually|make that|i mean)(?:,? (?:no|wait|sorry|make (?:it|that)))*,? (?=(?:\$ ?)?(?:[1-9][0-9,]{{2,6}}|[a-z]+ (?:hundred|thousand|grand)) (?:in )?(?:total|all in|altogether)(?![a-z]))",
        "",
    ),
    ("s/", r"^ ?s/[0-9]{1,5}/(?P<n>[0-9]{1,5})/g?[;,.]? ?(?:--|—|-|:)? ?(?:so |i mean |it's )?(?=(?P=n) )", ""),
    # A place that the catalogue may not have, taken back for one that it has.
    (
        "sorry|wait|i mean|scratch that|scrap that|make that",
        rf"(?<=[a-z0-9%])(?P<c>[,;] )(?:in )?(?!{_NO_PLACE})[a-z]{{4,20}},? (?:no,? (?:sorry|wait|i mean(?:t)?|make that|actually|scra(?:tch|p) that)|sorry,? (?:no|i mean(?:t)?|make that)),? (?=(?:in )?(?P<place>PLACE)(?=[ ]?(?:[,.;!\n]|$)))",
        "{c}",
    ),
    # One count or day put for another.
    ("not ", rf"(?<![a-z])not {_AMOUNT} but (?:rather |actually |instead )?(?={_AMOUNT})", ""),
    ("not ", rf"(?P<a>(?<![a-z0-9]){_NUMBER}),? not {_NUMBER}(?= (?P<g>PRODUCT))", "{a}"),
    (
        "not ",
        rf"(?P<a>(?:(?<=[a-z0-9] )|(?<=^)){_NUMBER} (?:x )?(?P<g>PRODUCT)),? (?:and )?not {_NUMBER}{END}",
        "{a}",
    ),
    ("not ", rf"(?<![a-z])not (?P<o>on |in )?{_DAY},? but (?:rather )?(?:on )?(?P<d>{_DAY})(?![a-z])", "{o}{d}"),
    (
        "not ",
        rf"(?<!to )(?<!till )(?<!until )(?<!through )(?<!thru )(?<!next )(?<!-)(?<!- )(?<!–)(?<![a-z])(?P<d>{_DAY}),? (?:and )?not (?:on )?{_DAY}{END}",
        "{d}",
    ),
    # A count said twice.
    (
        "it's |it is|that's|make it|so ",
        rf"(?P<k>(?<![a-z])(?:it's|it is|that's|that is|make it|so)) (?P<n>{_NUMBER}),? (?=(?P=n) (?:x )?(?:nodes? of )?(?P<g>PRODUCT)(?:s(?![a-z]))?(?![a-z0-9]))",
        "{k} ",
    ),
    # What was said at first, and what it is now.
    (
        "now|let's|let us",
        rf"{START}{_WHO} (?:{_AT_FIRST} )*(?:{_ONCE_SAID} )?(?:{_AT_FIRST} )*(?:just |only |for )?{_NUMBER} (?:x )?(?P<g>PRODUCT)(?: {_AT_FIRST})?{_BY_NOW} (?=(?P<n>{_NUMBER}) (?:x )?(?P<h>PRODUCT))",
        "buy ",
    ),
    (
        "now|let's|let us",
        rf"{START}{_WHO} (?:{_AT_FIRST} )*(?:{_ONCE_SAID} )?(?:{_AT_FIRST} )*(?:just |only |for )?{_NUMBER} (?:x )?(?P<g>PRODUCT)(?: {_AT_FIRST})?{_BY_NOW} (?P<n>{_NUMBER})(?: of (?:them|those))?{END}",
        "buy {n} {g}",
    ),
    (
        "now",
        rf"{START}{_WHO} (?:{_AT_FIRST} )*(?:{_ONCE_SAID} )?(?:{_AT_FIRST} )*(?:just |only |for )?{_NUMBER} (?:x )?(?P<g>PRODUCT)(?: {_AT_FIRST})?{_BY_NOW_BEHIND} (?P<n>{_NUMBER} (?:x )?(?P<h>PRODUCT)),? now(?![a-z])",
        "buy {n}",
    ),
)
