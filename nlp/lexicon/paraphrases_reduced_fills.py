"""The smallest fill told as what the count may come down to or be at the least: "down to 48 if need be", "with 96 as the
smallest number worth having".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_UNITS = r"(?: (?:gpus?|cards?|nodes?|servers?|racks?|box(?:es)?|units))"
_N = r"(?<![0-9][.,])(?P<n>[1-9][0-9]{0,3})(?![0-9.,]*[0-9]|k|:)"
_NO_PRICE = r"(?<![0-9][.,])(?P<n>(?:1[2-9]|[2-9][0-9]|[1-9][0-9]{2,3})(?![0-9.,]*[0-9]|k|:))"
"""A count that is no price of a GPU's hour."""
_WORDS = (
    r"(?P<n>a dozen|two dozen|twelve|sixteen|twenty(?:[- ]four)?|thirty(?:[- ]two)?|forty(?:[- ]eight)?|sixty[- ]four)"
)
_COUNT = rf"(?:(?:{_NO_PRICE}|{_WORDS})(?P<u>{_UNITS}?)|{_N}(?P<u>{_UNITS}))"
"""A count that no price can be: a large one, or one of machines."""
_OF_THEM = r"(?: of (?:them|those|these))?"
_IF_NEED = r"(?:,? (?:if (?:need(?: be|ed)|necessary|required|it must be|it has to be|you must|it comes to (?:it|that)|push comes to shove)|at a (?:pinch|push)|in a pinch|at worst|in the worst case|at the (?:very )?(?:least|worst|lowest)))"
_LEAST = r"(?:(?:absolute |bare |very )?(?:smallest|least|lowest|fewest|minimum))"
_SOME = r"(?: (?:number|amount|quantity|count|fill|lot|size|block))"
_WE = r"(?:we|i|they|he|she|the (?:team|client|desk|customer))"
_TAKE = rf"(?:(?:that )?{_WE}(?:'d|'ll| would| will| can| could|'re willing to|'m willing to)?(?: ever| even)? (?:take|accept|want|use|buy|settle for|live with|work with|make do with|do with|sell|let go|part with))"
_WORTH = rf"(?:worth (?:having|it|taking|buying|our while|our time|the trouble|the effort)|of (?:any )?(?:use|help|value|interest)|{_TAKE}|(?:that|which) (?:(?:still |would |will )*(?:helps?|works?|counts?|makes? sense|do|suits?)|(?:is|are|'s) (?:still )?(?:worth (?:having|it)|of (?:any )?use|useful)))"
_FINE = r"(?:fine|ok(?:ay)?|welcome|acceptable|accepted|good|possible|all right|alright|no problem)"
_BEHIND_CENTS = (
    r"(?P<k>(?<![0-9.,])(?:0?\.[0-9]{1,2}(?![0-9])|[1-9][0-9] ?(?:c|cents|¢)(?![a-z]))[^$€£\n]{0,60}?[.,;—-] ?)"
)
"""Behind a price below a dollar no whole number is another one."""
_BEHIND_PRICE = r"(?P<k>(?<![0-9.,])[0-9]{1,2}\.[0-9]{1,2}(?![0-9a-z])[^$€£\n]{0,80}?[.,;—-] ?)"
_FLOOR = r"(?:and |but )?(?:with )?(?:a |the |our )(?:hard |absolute )?floor (?:of|is|at|being) "

_TOO_MUCH = r"(?:too (?:tight|much|many|big|large|ambitious|greedy|high|hard)|tight|tricky|difficult|hard|a (?:bit of a )?(?:stretch|problem|big ask|tall order)|more than you (?:have|can (?:do|spare)))"

REDUCED_FILLS: tuple[tuple[str, str, str], ...] = (
    # The count that would help says no more than what is too much.
    (
        "if |should",
        rf"(?<=[\s\S]){START}(?:but |and )?(?:if|should) (?:that|this|it|they|those|all (?:of (?:it|them)|that)|the (?:whole|full) (?:thing|lot|number|amount|order))(?:'s|'re| is| are| be| proves?| turns? out| should be)(?: to be)? {_TOO_MUCH},? (?:then )?(?=(?:even |just |only )?[1-9][0-9]{{0,3}}{_UNITS}?{_OF_THEM} (?:is|are|would|will|could) (?:also |still )*(?:be |help|do(?![a-z])|suffice|work|fine|ok))",
        "",
    ),
    # What the count may come down to.
    (
        "down to",
        rf"(?<=.){START}(?:but |and |or |though )?(?:even )?(?:(?:(?:we|i|it|this|they)(?:'d|'ll)? )?(?:can |could |may |might |will |would )?(?:go|come|drop|fall|shrink) )?down to {_N}(?P<u>{_UNITS}?){_OF_THEM}{_IF_NEED}{END}",
        "min {n}{u}",
    ),
    (
        "down to",
        rf"(?<=.){START}(?:but |and |or |though )?(?:please )?(?:drop|fall|go|come|shrink) (?:back )?down to {_COUNT}{_OF_THEM}{END}",
        "min {n}{u}",
    ),
    (
        " be ",
        rf"(?<=.){START}(?:but |and |though )?(?:(?:it|this|they|that) )?(?:can|could|may|might) (?:also |even )?be (?:just |only )?{_COUNT}{_OF_THEM} at (?:the |a )?(?:very |bare |absolute )?(?:least|fewest|worst|minimum|lowest){END}",
        "min {n}{u}",
    ),
    (
        "least|fewest|smallest|lowest|minimum",
        rf"(?<=[\s\S]){START}(?:but |and |though )?(?:the |our |my )?{_LEAST}{_SOME}? {_TAKE} (?:is|are|would be|will be|being) {_COUNT}{_OF_THEM}{END}",
        "min {n}{u}",
    ),
    (
        "least|fewest|smallest|lowest|minimum",
        rf"(?<=[\s\S]){START}(?:but |and |though )?(?:with )?{_COUNT}{_OF_THEM} (?:as|being) (?:the|our|my) {_LEAST}{_SOME}? {_WORTH}(?: (?:to|for) (?:us|me))?{END}",
        "min {n}{u}",
    ),
    (
        "lots|blocks|parcels|chunks|batches|clips|slices",
        rf"(?<=.){START}(?:but |and )?(?:(?:also |in )+)?(?:smaller )?(?:lots|blocks|parcels|chunks|batches|clips|slices) of {_N}(?P<u>{_UNITS}?)(?: (?:is|are|would be|will be))?(?: also)? {_FINE}(?: (?:too|as well|with (?:us|me)|by (?:us|me)|for (?:us|me)))*{END}",
        "min {n}{u}",
    ),
    ("floor", rf"{_BEHIND_CENTS}{_FLOOR}{_N}(?P<u>{_UNITS}?){END}", "{k}min {n}{u}"),
    ("floor", rf"{_BEHIND_PRICE}{_FLOOR}{_NO_PRICE}(?P<u>{_UNITS}?){END}", "{k}min {n}{u}"),
)
