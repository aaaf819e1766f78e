"""Set phrases of English that say nothing of an order though they hold words of orders ("use it or lose it", "now or
never"), short forms of chat, and goods that stand idle.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_OR = (
    r"(?:use[ -](?:it|them|that|this)[ -]or[ -]lose[ -](?:it|them|that|this)|do[ -]or[ -]die|now[ -]or[ -]never|sink[ -]or[ -]swim|publish[ -]or[ -]perish|make[ -]or[ -]break|hit[ -]or[ -]miss|feast[ -]or[ -]famine|fight[ -]or[ -]flight"
    r"|(?:believe|like|love) it or not|by hook or (?:by )?crook|rain or shine|ready or not|for better or (?:for )?worse|sooner or later|one way or (?:the other|another)|come hell or high water|trick or treat|win or lose|right or wrong|go big or go home|put up or shut up|all or nothing for (?:us|me|the team))"
)
_TOLD = r"(?:[a-z][a-z' -]{0,40} )?"
_SO = r"(?:,? (?:you know how it (?:goes|is)|as (?:usual|ever|they say)|for (?:us|me|the [a-z]+)|really|frankly|basically|here|haha|lol|i'?m afraid|you know))*"
_BETWEEN = r"(?:just |strictly |purely )?(?:between (?:you and (?:me|i|us)|us(?: two)?|ourselves|friends)|off the record|entre nous)"
_CALLER = r"(?:long[ -]?time|first[ -]?time|second[ -]?time|one[ -]?time|repeat|regular|frequent|occasional|new)"
_WHO = r"(?:listener|caller|lurker|poster|reader|buyer|user|customer|client|bidder|visitor|fan|admirer|member|seller|trader|renter)"
_IDLE_STOCK = (
    r"(?:(?:that|which|and) )?(?:(?:will|would|are|is|'ll|currently|just|otherwise|probably) )*(?:be )?"
    r"(?:(?:doing|with|have|having) (?:absolutely |pretty much |literally )?nothing(?: (?:to do|on|planned|scheduled|running|at all|useful|queued))?|twiddling their thumbs|gathering dust|collecting dust|kicking (?:about|around)|lying (?:about|around)|sitting on their hands|eating power|burning power for nothing"
    r"|(?:with no|with zero|without|without any|have no) (?:work|jobs?|load|workload|users|takers|anything to do|anything on|tasks?)(?: (?:on them|queued|planned|scheduled|to do))?)"
)
_REPLACED = r"(?:replaces?|stands? in for|covers? for|makes? up for|substitutes? for|takes? the place of|fills? in for|bridges?|fills?)"
_OURS = r"(?:our|the|my|a|an|some|their) (?!(?:previous|earlier|last|first|other|old|current|existing|original|wrong) (?:order|bid|request|offer|booking|lot|quote)|order|bid|request|offer|booking|lot|quote|reservation)"
_MISSING = r"(?:while|during|until|till|as long as|whilst|that|which|since|because|after) (?!(?:the )?(?:price|spot|bid|order|rate))[a-z' -]{2,60}"

IDIOMS: tuple[tuple[str, str, str], ...] = (
    (
        " or |-or-",
        rf"{START}(?:and |but |so )?(?:(?:it's|it is|this is|that's|they're) )?{_TOLD}{_OR}(?: (?:money|budget|grant|funds?|credits?|time|moment|situation|week|deadline))?{_SO}{END}",
        IDLE,
    ),
    ("between|off the record|entre nous", rf"{START}{_BETWEEN},?(?= [a-z])", IDLE),
    ("between|off the record|entre nous", rf"{START}{_BETWEEN}{END}", IDLE),
    (
        "time|repeat|regular|frequent|occasional|new ",
        rf"{START}(?:and |a )?{_CALLER} {_WHO},?(?: and| but|,)? ?(?:(?:a )?{_CALLER} {_WHO})?(?: here)?{END}",
        IDLE,
    ),
    # Goods that stand idle.
    (
        "nothing|thumbs|dust|kicking|lying|hands|power|no work|no job|no load|no use|no takers|zero|without|no workload|no task",
        rf"(?<=[a-z0-9]) {_IDLE_STOCK}(?= ?[,.;:!?\n—]| (?:on|from|this|next|tomorrow|tonight|until|till|over|all|for|between|mon|tue|wed|thu|fri|sat|sun|the )|$)",
        " idle",
    ),
    # What the goods stand in for.
    (
        "replace|stand|cover|make|substitute|place of|fill|bridge",
        rf"{START}(?:and |but )?(?:they|these|it|this|those|that)(?: will| would|'ll| are to| is to)? {_REPLACED} {_OURS}[a-z' -]{{2,40}}? {_MISSING}{END}",
        IDLE,
    ),
    # Short forms of chat.
    (
        "rn",
        r"(?<![a-z.])rn(?![a-z.])(?=(?:,? (?:pls|plz|please))?,? ?(?:for )?[0-9]{1,3} ?(?:h|hrs?|hours?)(?![a-z]))",
        "now",
    ),
    ("rn", r"(?P<h>(?:for )?[0-9]{1,3} ?(?:h|hrs?|hours?)),? (?:(?:starting|start|from) )?rn(?![a-z.])", "now {h}"),
    ("rn", r"(?<![a-z.])rn(?![a-z.])", IDLE),
    (
        "right this|this very|this instant|this second|this minute|pronto|at once",
        r"(?:right |as of |from )?(?:this (?:very )?(?:minute|second|moment|instant)(?! (?:in|is|of))|pronto|(?<!all )at once)(?=(?: please)?,? (?:for )?[0-9]{1,3} ?(?:h|hrs?|hours?)(?![a-z]))",
        "now",
    ),
    (
        " r ",
        r"(?:(?<=[a-z]s)|(?<= we)|(?<= u)|(?<=they)|(?<=you)|(?<=^u)|(?<=^we)) r(?= (?!sxm|pcie)[a-z]{2,})",
        " are",
    ),
    ("r ", r"(?:^|(?<=[.!?\n] ))r (?=(?:u|you|we|they|there) )", "are "),
    (
        " 2 ",
        r"(?P<w>able|need|want|like|going|trying|looking|hoping|love|have|got) 2 (?=(?:get|buy|book|reserve|rent|run|sell|have|use|grab|order|train|lease|snag|secure|offload)(?![a-z]))",
        "{w} to ",
    ),
    # What the goods are for, and who asks.
    (
        " for | to | with | at | of | on ",
        rf"(?<=[,.;!?\n—-] )(?:(?:final|live|small|quick|internal|big|first|annual|new|public|joint) )*(?:demo|presentation|workshop|tutorial|pilot|course|benchmark|hackathon|evaluation|evals?|showcase|rehearsal|seminar|lecture|keynote|briefing|test|project|experiment|study|survey|analysis|simulation|rendering|training) (?:for|to|with|at|of|on) (?:the|an?|our|my|some|his|her|their) (?!(?:cheapest|same|other|nearest)(?![a-z]))(?:(?!(?:only|if|unless|must|not|and|or|in|at|on|before|after|until|gpus?|cards?|nodes?|hours?)(?![a-z]))[a-z'-]+ ?){{1,5}}{END}",
        IDLE,
    ),
    (
        "represent|act for|acting for|speak for|work for|work at|buy for|buying for|manage",
        rf"{START}i(?:'m| am)? (?:represent(?:ing)?|act(?:ing)? for|speak(?:ing)? for|work(?:ing)? (?:for|at)|buy(?:ing)? for|manage) (?:an?|the|several|two|some) (?:(?!(?:only|if|must|not|and|or|who|which|that|with)(?![a-z]))[a-z'-]+ ){{1,5}}(?:in|from|of|near|based in|out of) [a-z' -]{{2,30}}{END}",
        IDLE,
    ),
)
