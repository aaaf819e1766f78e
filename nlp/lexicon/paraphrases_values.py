"""Turns of phrase for limits and totals: where the writer stops, walks away or goes no further, and of what it is said.

Rules as in `paraphrases`. What follows an amount and only says that it is the limit ("is where we stop") is left out or
said as a plain bound; "above" and "below" are turned round where they say what is refused ("above $3 we walk away").
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_bounds import NOT_OVER
from nlp.lexicon.paraphrases_structure import END, IDLE, START

_SIGN = r"(?:(?:usd|us|u\.s\.) ?\$?|\$) ?"
_SUM = rf"(?:{_SIGN}[0-9][0-9,]*(?:\.[0-9]+)?k?|[0-9]*\.[0-9]+ ?(?:usd|dollars|bucks|\$)?|[0-9][0-9,]*k? ?(?:usd|dollars?|bucks?|cents?|c|grand)|[a-z]+(?:[ -][a-z]+)?[ -](?:dollars?|bucks?|cents?))(?![0-9])"
_PER = r"(?: ?(?:/|per |an? |each |for (?:each|every) |pr |every )(?: ?(?:gpu|card|node|hour|hr|h|day|[a-z]{1,3}[0-9]{2,4}[a-z]?)(?:[ -]?(?:hours?|hrs?|h|days?))?)(?:(?: ?/ ?| per | an? )(?:gpu|card|node|hour|hr|h|day))?)?"
_AMOUNT = rf"(?P<x>{_SUM}{_PER})"
_NEXT = rf"(?= ?{_SUM})"
"""An amount follows."""
_WHO = r"(?:i|we|they|my (?:boss|team)|our (?:team|side|interest|bidding|appetite))"
_WALK = r"(?:walks?(?: away)?|stops?|pass(?:es)?|quits?|folds?|drops? out|bows? out|backs? out|taps? out|are out|am out|is out|draws? the line|pulls? out|call it (?:a day|quits)|los(?:e|es) interest|give up|say no|decline|step (?:back|away)|gets? off|tops? out|maxe?s? out|out(?! of))"
_OVER = r"(?:(?:anything|everything|prices?|bids?|offers?|rates?|quotes?) )?(?:above|over|beyond|past|north of|higher than|more than|in excess of|exceeding|dearer than)"
_UNDER = r"(?:(?:anything|everything|prices?|bids?|offers?|rates?|quotes?) )?(?:below|under|south of|lower than|less than|beneath)"
_TOO = r"(?:(?:is|are|would be|'s|gets?)(?: (?:simply|just|already|really|way|far|a bit|a little))* (?:too (?:much|rich|expensive|steep|dear|high|pricey|costly)(?: for (?:us|me|our (?:budget|blood|taste)))?|out(?: of (?:the question|reach|bounds|our (?:range|reach)))?|off the table|a (?:hard )?no(?:[- ]go)?(?: (?:from|for) (?:us|me))?|not (?:acceptable|ok(?:ay)?|an option|workable|for us)|unacceptable|a deal-?breaker|where (?:we|i) (?:stop|walk(?: away)?|pass))|(?:won't|will not|doesn't|does not|don't|do not|cannot|can't) (?:work|do|fly)(?: for (?:us|me))?|(?:will be|are|get|will get|is) (?:ignored|rejected|declined|refused|turned down|not considered)|(?:will|won't|need) not (?:be considered|apply)|won't be considered|kills the deal)"
_CHEAP = r"(?:(?:is|are|would be|'s)(?: (?:simply|just|already|really|way|far))* (?:too (?:little|low|cheap)(?: for (?:us|me))?|out(?: of (?:the question|bounds))?|off the table|a (?:hard )?no(?:[- ]go)?(?: (?:from|for) (?:us|me))?|not (?:acceptable|ok(?:ay)?|an option|workable|worth it|for us)|unacceptable|a deal-?breaker)|(?:won't|will not|doesn't|does not|don't|do not|cannot|can't) (?:work|do|fly)(?: for (?:us|me))?|(?:will be|are|get|will get|is) (?:ignored|rejected|declined|refused|turned down|not considered)|(?:will|need) not (?:be considered|apply)|won't be considered)"
_LIMIT_IS = r"(?:where (?:i|we|my (?:boss|team)|our (?:team|side|interest|bidding|appetite))(?: (?:would|will|have to|'d|'ll|need to|must))? (?:walks?(?: away)?|stops?|pass|quit|fold|drop out|bow out|tap out|draw the line|pull out|lose interest|give up|get off|top out|max out|ends?|cap (?:it|out))|where (?:it|our (?:limit|ceiling|budget)) (?:stops|ends|lies|sits|is)|where the line is|the line|the point (?:where|at which) (?:i|we) (?:walk(?: away)?|stop|pass)|as far as (?:i|we)(?:'ll| will| can| would|'d| are willing to| are prepared to)? (?:go|stretch)|as high as (?:i|we)(?:'ll| will| can| would|'d)? (?:go|stretch|bid|pay))"
_LEAST_IS = r"(?:(?:the |our |my )?(?:very |absolute )?(?:least|lowest|minimum) (?:(?:that )?(?:i|we)(?:'d| would|'ll| will| can| could)?(?: ever)? (?:accept|take|consider|settle for|go(?: (?:to|for))?|do|sell (?:at|for)|let (?:them|it) go for))|(?:our|my|the) (?:rock )?bottom(?: line)?|rock bottom|(?:our|my|the) lowest(?: price)?)"
_CLAIM = r"(?:(?:the|our|my|an?) )?(?:(?:absolute|hard|very|firm|strict|upper|outer|top) )*(?:max(?:imum)?|limit|cap|ceiling|top(?: price| end)?|upper limit|final offer|best (?:price|offer|bid)|best (?:we|i) can do|(?:price )?cut-?off(?: point)?|pain (?:threshold|point)|breaking point|(?:the )?most (?:that )?(?:we|i)(?:'d|'ll| can| could| will| would)? ?(?:justify|afford|offer|stretch to|pay|bid|spend|do|manage|accept))"
_BOOKING = (
    r"(?P<w>bookings?|reservations?|nights?|days?|evenings?|mornings?|afternoons?|weekends?|sessions?|slots?|windows?)"
)

_MAY_NOT = r"(?:can't|cannot|can not|mustn't|must not|may not|shouldn't|should not|won't|will not|shan't|don't want to|do not want to|would rather not|are not to|am not to|is not to|aren't allowed to|better not)"
_IF_IT = r"(?:(?:if|when|once|where|should) (?:it|they|that|this|you|anyone|the price|the rate|the seller)(?:'s|'re| is| are| goes| gets| comes in| climbs| rises| wants?| asks?(?: for)?| costs?| charges?| runs?)? )?"

VALUES: tuple[tuple[str, str, str], ...] = (
    # Amounts.
    ("min", r"(?<=[0-9]\.[0-9]{2}) ?mins?(?![a-z])", " minimum"),
    ("half a grand", r"(?<![a-z])half a grand(?! total)(?![a-z])", "$500"),
    ("grand and a half", r"(?<![a-z])a grand and a half(?![a-z])", "$1500"),
    ("and a half grand", r"(?<![a-z])one and a half grand(?![a-z])", "$1500"),
    ("and a half grand", r"(?<![a-z])two and a half grand(?![a-z])", "$2500"),
    ("and a half grand", r"(?<![0-9])(?P<n>[1-9][0-9]?) and a half grand(?![a-z])", "${n}.5k"),
    (
        "dollars|bucks",
        r"(?<![0-9.,])(?P<n>[0-9]{1,2}) (?:dollars|bucks) (?:and )?(?P<c>[1-9][0-9])(?= ?(?:per |an? |/|each|max|tops|[.,;:)\n]|$))(?! ?(?:per|a) cent)",
        "${n}.{c}",
    ),
    ("half a buck|half a dollar", r"(?<![a-z])half a (?:buck|dollar)(?![a-z])", "$0.50"),
    ("p/h|ph ", r"(?<=[0-9]) ?p/?h (?:per|/|a|each) ?(?:gpu|card)(?![a-z])", " per gpu-hour"),
    # Bounds before the amount.
    (
        "price|rate|cap|limit|max|ask|bid|floor|min",
        rf"(?<![a-z])(?P<k>(?:(?:max(?:imum|\.)?|min(?:imum|\.)?|unit|limit|hourly|reserve) )?(?:price|rate|cap|limit|max|ask|bid|floor|min)) ?(?:/|per|\(per|\() ?(?P<g>gpu|card|node) ?[-/ ] ?(?:hours?|hrs?|h)\)? ?[:=] ?(?P<x>{_SUM}|[0-9]+(?:\.[0-9]+)?)(?=[ ]?(?:[,;)\n]|$))",
        "{k} {x} per {g} hour",
    ),
    (
        "cut|pain|breaking",
        rf"(?<![a-z])(?:(?:our|the|my) )?(?:price )?(?:cut-?off(?: point)?|pain (?:threshold|point)|breaking point)(?: is| at| of|:)*{_NEXT}",
        "max",
    ),
    (
        "holds|contains|stands at|is down to|is at|has ",
        rf"{START}(?:and |but )?(?:our|the|my) (?:[a-z]+ )?(?:kitty|pot|purse|grant|fund|account|wallet|budget|pool) (?:holds|contains|stands at|is down to|is at|has)(?: (?:only|just|about))?(?= {_SUM}(?! ?(?:/|per |an? |each )))",
        "budget",
    ),
    (
        "spend|cost|bill|outlay|total",
        r"(?<![a-z])(?P<t>spend|cost|bill|outlay|total) (?:on|for) (?:this|it|that|everything|the (?:lot|order|job))(?= (?:must|should|may|can|shall|has|is|not|under|below|at most|max|up to|no more))",
        "{t}",
    ),
    (
        "pass|top |run over|go over|go past|go above|go beyond|overshoot|overrun|run past|run above",
        rf"(?<![a-z])(?:must|should|may|can|shall|will|is|are)(?: not|n't|not| never)(?: to)? (?:pass|surpass|top|run (?:over|past|above)|go (?:over|past|above|beyond)|overshoot|overrun){_NEXT}",
        "not exceeding",
    ),
    (
        "pay|spend|go |give|bid|part with|shell out",
        rf"{START}(?:and |but )?(?:(?:i|we)(?:'m|'re|'ll| am| are| will)? )?(?:(?:won't|will not|wouldn't|would not|refuse to|decline to|not going to|can't|cannot|do not want to|don't want to|not prepared to|not willing to|unwilling to|not) (?:pay|spend|go|give|bid|part with|shell out)|not (?:paying|spending|going|giving|bidding))(?: (?:you|even|out))*(?: (?:a|one)(?: single)? (?:cent|penny|dime|dollar|buck))? (?:over|above|more than|beyond|higher than|past|north of){_NEXT}",
        "no more than",
    ),
    ("sub", rf"(?<![a-z])sub[- ]{_NEXT}", "under "),
    ("up to and including", rf"(?<![a-z])up to and including{_NEXT}", "up to"),
    (
        "absolute|firm|strict|outright|definite",
        r"(?<![a-z])(?:absolute|firm|strict|outright|definite) (?=(?:top|max(?:imum)?|cap|ceiling|limit|floor|min(?:imum)?|budget|upper limit)(?![a-z]))",
        "",
    ),
    (
        "exactly|precisely|bang on",
        rf"(?<![a-z])(?:at |for |of )?(?:exactly|precisely|bang on){_NEXT}",
        "at",
    ),
    (
        "walk|stop|pass|quit|fold|drop|bow|back|tap|out|draw|pull|call|lose|give up|say no|decline|step|get off|top|max",
        rf"(?<![a-z])(?:and |but )?(?:{_WHO}(?:'re|'m|'ll|'d| will| would)? )?{_WALK}(?: (?:if|when|once|where) (?:it|they|the price|the rate|this|prices?)(?:'s| is| are| goes| go| gets?| get| comes? (?:in|out))?)?(?: (?:at|from|on))? {_OVER}{_NEXT}",
        "max",
    ),
    (
        "walk|stop|pass|quit|fold|drop|bow|back|tap|out|draw|pull|call|lose|give up|say no|decline|step|get off",
        rf"(?<![a-z])(?:and |but )?(?:{_WHO}(?:'re|'m|'ll|'d| will| would)? )?{_WALK}(?: (?:if|when|once|where) (?:it|they|the price|the rate|this|prices?)(?:'s| is| are| goes| go| gets?| get| comes? (?:in|out))?)?(?: (?:at|from|on))? {_UNDER}{_NEXT}",
        "min",
    ),
    (
        "walk|stop|pass|quit|fold|drop|bow|back|tap|out|draw|pull|call|lose|give up|say no|decline|step|get off",
        rf"(?<![a-z])(?:and |but )?{_IF_IT}(?P<o>{_OVER}) {_AMOUNT},? (?:and )?(?:then )?(?:{_WHO}(?:'re|'m|'ll|'d| will| would)? {_WALK}|(?:no deal|no thanks|forget it|count (?:us|me) out|leave it|don't bother|no)){END}",
        "max {x}",
    ),
    (
        "walk|stop|pass|quit|fold|drop|bow|back|tap|out|draw|pull|call|lose|give up|say no|decline|step|get off|no ",
        rf"(?<![a-z])(?:and |but )?{_IF_IT}(?P<o>{_UNDER}) {_AMOUNT},? (?:and )?(?:then )?(?:{_WHO}(?:'re|'m|'ll|'d| will| would)? {_WALK}|(?:no deal|no thanks|forget it|count (?:us|me) out|leave it|don't bother|no)){END}",
        "min {x}",
    ),
    (
        "too |out|off the table|a no|not |n't|unacceptable|deal|where|ignored|rejected|declined|refused|turned",
        rf"{START}(?:and |but )?(?:{_OVER}) {_AMOUNT} {_TOO}{END}",
        "max {x}",
    ),
    (
        "too |out|off the table|a no|not |n't|unacceptable|deal|ignored|rejected|declined|refused|turned",
        rf"{START}(?:and |but )?(?:{_UNDER}) {_AMOUNT} {_CHEAP}{END}",
        "min {x}",
    ),
    (
        "at or below|at or under|below|under|less than|or less|not above|at most|no more than|not more than|not over",
        rf"{START}(?:but |and )?(?:only )?(?:if|as long as|so long as|provided(?: that)?|assuming|on condition that) (?:it|they|this|the (?:unit )?price|the rate|price)(?:'s| is| are|'re| comes? (?:in|out)(?: at)?| stays?| remains?| works? out(?: at)?| can be had(?: for)?)?(?: at or)? (?:below|under|less than|no more than|not above|not over|not more than|at most){_NEXT}",
        "at most",
    ),
    (
        "least|lowest|minimum",
        rf"{START}(?:and |but )?{_LEAST_IS} (?:is|would be|being|:){_NEXT}",
        "min",
    ),
    (
        "line at|line on|top out|tops out|max out|maxes out|cap out|hard stop|hard line",
        rf"{START}(?:and |but )?(?:{_WHO}(?:'ll|'d| will| would| have to| must)? (?:draws? the line|tops? out|maxe?s? out|caps? out) (?:at|on)|(?:a |our |the )?hard (?:stop|line)(?: is)?(?: at)?){_NEXT}",
        "at",
    ),
    (
        "let |part with",
        rf"{START}(?:(?:i|we)(?:'d|'ll| would| will)? )?(?:happily |gladly )?(?:let (?:them|it|these|those|this) go|part with (?:them|it|these|those)) (?:at|for|from){_NEXT}",
        "at",
    ),
    (
        "authori|approve|sanction|permit|allow|impose|set a|signed off|have a|limited to",
        rf"{START}(?:and |but )?(?:we|i|my (?:boss|manager)|(?:the|our) [a-z]+)(?: have| has|'ve| are| is)? (?:hereby )?(?:authori[sz](?:es?|ed)|approved?s?|sanction(?:s|ed)?|permit(?:s|ted)?|allow(?:s|ed)?|sets?|imposed?s?|signed off on|have|has) (?:us )?(?=(?:a |an )?(?:hard |absolute )?(?:max(?:imum)?|cap|ceiling|limit|budget|total|floor|minimum)(?: (?:price|rate|spend|total|budget))?(?: of| at)? {_SUM})",
        "",
    ),
    (
        "allows|permits|authori|approves|sanctions|goes to|go to|stretches to",
        rf"{START}(?:and |but )?(?:my|our|the) (?:principal|client|customer|boss|manager|director|buyer|sponsor|committee|board|employer|producer|studio|lab|head|chief|professor|finance)(?: (?:team|department|people))?(?: now| only| just| currently)? (?:allows|permits|authori[sz]es|approves|sanctions|goes to|stretches to)(?: (?:us|me|up to))*{_NEXT}",
        "at",
    ),
    (
        "been given|been allocated|been granted|been allotted|set aside|earmarked|put aside|ring",
        rf"{START}(?:and |but )?(?:we|i)(?:'ve| have)? (?:been (?:given|allocated|granted|allotted)|set aside|earmarked|put aside|ring-?fenced)(?: up to| about)?(?= {_SUM}(?! ?(?:/|per |an? |each )))",
        "budget",
    ),
    (
        "let ",
        rf"{START}(?:and |but |please )?(?:do not|don't|never) let (?:the |our |my )?(?:bill|costs?|total|spend(?:ing)?|invoice)(?: (?:on|for) (?:it|this|that))? (?:go|get|run|rise|climb|creep) (?:over|above|past|beyond){_NEXT}",
        "total not exceeding",
    ),
    (
        "cost|come to|run to|set us back",
        rf"{START}(?:and |but |so )?(?:it|this|that|(?:all of )?(?:it|this) all|the (?:lot|whole (?:lot|thing)|order|job|night|session)|they)(?P<t> together| in total| altogether)? {_MAY_NOT} (?:cost|come to|run to|set)(?: (?:us|me|our (?:team|lab|group)))?(?: back)? (?:(?:any )?more than|over|above|upwards of|beyond){_NEXT}",
        "{t} not more than",
    ),
    (
        "total|all|together|altogether|overall|everything|combined",
        rf"(?P<t>(?<![a-z])(?:in total|all in|all told|altogether|all together|overall|combined|for everything|in all)),? (?:we|i) {_MAY_NOT} (?:pay|spend|shell out|part with|owe|go)(?: (?:any )?more than| over| above| beyond)(?: more than)?{_NEXT}",
        "{t} not more than",
    ),
    (
        "pay|spend",
        rf"{START}(?:and |but |so )?(?:we|i) {_MAY_NOT} (?:pay|spend|part with)(?: any)?(?: more than| over| above)(?= {_SUM} (?:in total|all in|all told|altogether|overall|for everything|in all))",
        "not more than",
    ),
    (
        "cost",
        rf"(?<![a-z])(?:an?|each|one|every|the) gpu[- ]hour (?:(?:may|can|must|should|has to|is to) )?costs? (?:(?:no more than|at most|up to|less than|under) )?(?P<x>{_SUM})(?: (?:at most|max(?:imum)?|tops))?{END}",
        "max {x} per gpu-hour",
    ),
    # Bounds behind the amount.
    (
        "where|the line|the point|as far as|as high as",
        rf"(?P<x>{_SUM}{_PER})(?:,? (?:and )?(?:that's|that is|this is)| is| would be| being|,| -) (?:exactly |about |really |pretty much )?{_LIMIT_IS}{END}",
        "{x}",
    ),
    (
        "least|lowest|minimum|bottom",
        rf"(?P<x>{_SUM}{_PER})(?:,? (?:and )?(?:that's|that is)| is| would be| being|'s) {_LEAST_IS}{END}",
        "{x} min",
    ),
    (
        "that's|that is|this is|being|is |'s |would be|=",
        rf"(?P<x>{_SUM}{_PER})(?:(?:,| -|;|\.)? (?:and )?(?:that's|that is|this is|being)| is|'s| would be| =) (?:really |honestly )?{_CLAIM}{END}",
        "{x}",
    ),
    (
        "further|beyond|past that|above that|over that|higher|a cent",
        rf"(?P<x>{_SUM}{_PER}),? (?:and |but )?(?:no|not|never|nothing) (?:any )?(?:further|beyond(?: that)?|past (?:that|it)|above (?:that|it)|over (?:that|it)|higher(?: than that)?|a (?:single )?(?:cent|penny|dime) (?:over|above|beyond|past|higher)(?: that)?){END}",
        "{x} max",
    ),
    (
        "not a cent|not one cent|not a penny|not a dime",
        rf"(?P<x>{_SUM}{_PER}),? (?:and |but )?not (?:a|one) (?:single )?(?:cent|penny|dime) (?:less|under|below|lower)(?: than that)?{END}",
        "{x} min",
    ),
    ("at minimum", rf"(?P<x>{_SUM}{_PER}) at (?:a |the )?minimum{END}", "{x} min"),
    (
        "full stop|period|end of|that's it|nothing else|no ifs",
        rf"(?P<x>{_SUM}{_PER}(?: (?:max(?:imum)?|tops))?)(?:,|;| -|\.)? (?:and )?(?:full stop|period|end of (?:story|discussion)|that's (?:it|that|all)|no ifs(?:,? no| or) buts){END}",
        "{x}",
    ),
    (
        "offer|bid|price|word",
        rf"(?P<x>{_SUM}{_PER}(?: max)?),? (?:(?:our|my|is our|is my) )?(?:final|last|best(?: and final)?|firm) (?:offer|bid|price|word){END}",
        "{x}",
    ),
    ("(", rf"(?P<x>{_SUM}{_PER}) ?\((?:max(?:imum|\.)?|cap|limit|ceiling|tops|at most)\)", "{x} max"),
    (
        "left|remaining|available|all we|all i",
        rf"(?P<x>{_SUM}) is (?:(?:what's|what is|all that's|all that is|all) (?:left|remaining|available)(?: (?:in|on|of) (?:the|our|my) [a-z]+(?: [a-z]+)?)?|all (?:we|i) (?:have|'ve got|have got|can spend)(?: (?:left|to spend))?){END}",
        "{x} budget",
    ),
    # What it is said of.
    (
        "nights|days|evenings|mornings|bookings|sessions|slots|weekends|afternoons",
        rf"(?P<x>{_SUM}(?: max| tops| at most)?),? (?:for|over|across|covering) (?:(?:the|all|both)(?: of the)? )+(?:(?:two|three|four|five|six|seven|[2-9]) )?(?:nights|days|evenings|mornings|bookings|sessions|slots|weekends|afternoons)(?: (?:together|combined|in total|altogether))?{END}",
        "{x} in total",
    ),
    (
        "regardless|no matter|irrespective|whichever|whatever",
        rf"(?P<x>{_SUM}{_PER}(?: (?:max(?:imum)?|cap|tops))?),? (?:regardless|no matter|irrespective)(?: of)? (?:which|what)(?: one)?(?: (?:it is|we get|you find|fills|wins|clears|is filled))?{END}",
        "{x} on either",
    ),
    (
        "applies|goes|holds|counts|is good|stands|is the same|same",
        rf"(?P<x>{_SUM}{_PER}(?: (?:max(?:imum)?|cap|ceiling|limit|tops))?),? (?:that |which |and (?:it|that) |and the same )?(?:applies|goes|holds|counts|is good|stands|is the same|the same) (?:equally |alike )?(?:to|for|on|across) (?:both|either|all|each|any)(?: (?:one|of (?:them|those|these|the (?:two|three))|options?|lots?|alternatives|cases?))?{END}",
        "{x} on either",
    ),
    (
        "for each|per |for every|for one|each ",
        rf"(?P<x>{_SUM})(?: max| tops| at most)? (?:for|on) (?:each|every|any one|any single) {_BOOKING}{END}",
        "{x} per {w}",
    ),
    (
        "each |every ",
        rf"{START}(?:and |but |with )?(?:each|every)(?: single)? {_BOOKING}(?: (?:is|to be|must be|being|should be|has to be))?,? (?:capped at|limited to|capped to|max(?:imum)?|at most|no more than|under|not over|up to|for at most|for no more than|may cost(?: at most| up to)?|can cost(?: at most| up to)?|must cost less than|costs? at most|to cost at most|budget(?:ed at)?|{NOT_OVER}) (?P<x>{_SUM})(?: at (?:the )?most| max(?:imum)?| tops)?{END}",
        "{x} per {w}",
    ),
    ("or better", rf"(?P<x>{_SUM}{_PER}) or (?:keener|sharper|best)(?: offer)?{END}", "{x} or better"),
    (
        "take it|leave it|haggl|negotia|final|last word|firm|lowball|serious",
        rf"{START}(?:and |but )?(?:(?:it's |that's )?take it or leave it|(?:(?:i|we) )?(?:won't|will not|don't|do not|can't) (?:haggle|negotiate|move(?: on (?:that|price))?)|no haggling|(?:that's |this is )?(?:our|my) final (?:offer|word)|(?:the )?price is (?:firm|final|fixed)|not negotiable|non-negotiable|no lowball(?:s|ers|ing| offers| bids)?(?: please)?|serious (?:offers|bids|buyers)(?: only)?(?: please)?){END}",
        IDLE,
    ),
)
