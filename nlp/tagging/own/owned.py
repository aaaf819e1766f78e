# ruff: noqa: E501
"""Products that an English text only mentions: what the writer has, used or outgrew, and runs named after a product.

"We own 16 A100s and want 8 H100s", "the A100 run was too slow", "migrating from our L40S": none of these is ordered. They
are let go only where another product is counted; a mention that may still be meant for the order is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp.idle_words import Word, with_told
from nlp.lexicon import telling
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagged import Price, Product, Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, within

_EDGES = frozenset({Role.SEPARATOR, Role.OPEN, Role.CLOSE, Role.JOINER, Role.LABEL})
_OF_PRODUCT = frozenset({Role.QUANTITY, Role.ASSET, Role.ATTRIBUTE})
_GOES_ON = lazy(r"(?<![a-z])(?:so|but|because|since|while|hence|therefore|which|that's why)(?![a-z])")
"""Words that begin a clause of their own."""
_OFTEN = r"(?:currently|already|now|still|also|only|just|always|usually|previously|normally|today|once|really)"
_SOME = r"(?:a|an|the|our|my|own|some|about|only|just|two|three|old|older|existing|in-house|few|couple of|cluster of|bunch of|pool of|total of|rack of|fleet of|already|up to|around|all|these|those|two of|half of)"
_HAS = lazy(
    rf"(?:(?:{_OFTEN}|and|as|today|at the moment|right now|last (?:week|month|year|time)|in the past|until now|so far),? )*"
    rf"(?:we|i|they|(?:our|my|the|their) (?!(?:job|order|bid|lot|request)(?![a-z]))[a-z-]+(?: [a-z-]+)?)(?:'ve|'re|'d)? (?:{_OFTEN} )*"
    rf"(?P<has>have|has|had|own|owns|owned|run|runs|ran|use|uses|used|operate|operates|operated|rent|rents|rented|bought|got|host|hosts|maintain|keep|lease|leased|tried|trained on|tested on|prototyped on|developed on|started (?:on|with)|did (?:it|this|that) on|(?:have|has|had|'ve)? ?been (?:using|running(?: on)?|on|renting)|(?:are|were|was|is|'re) (?:using|running(?: on)?|on|stuck (?:on|with)|renting))"
    rf"(?: {_OFTEN})*(?: {_SOME})* ?$"
)
_WAS_HAD = lazy(
    r"(?<![a-z])(?:(?:on top of|besides|in addition to|to complement|complementing|alongside|next to|to go with|to supplement|to replace|replacing|instead of|rather than|unlike|compared (?:to|with)|beyond|outgr(?:ew|own|ow|owing)|max(?:ed|ing) out|filled(?: up)?|killed|fried|lost|retired|decommissioned|returned|scrapped|shut down|waiting for|queueing for|stuck on|stuck with)(?: (?:all|both|two|some|most|half) of)? (?:our|my)(?: (?:old|older|existing|own|current|in-house|aging|ageing|little|poor|trusty|dear))*"
    r"|(?:mov(?:e|ed|ing)|migrat(?:e|ed|ing)|com(?:e|ing)|upgrad(?:e|ed|ing)|switch(?:ed|ing)?|away|ported|porting|graduat(?:ed|ing)) (?:it |them |the (?:job|model|code|training|run|workload) )?(?:off|away from|over from|up from|from)(?: (?:our|my|the|old|older|existing|own|current|using|running|on))*) ?$"
)
_NAMED_AFTER = lazy(
    r"'?s?[ -](?:runs?|jobs?|training|version|baselines?|results?|benchmarks?|numbers|experiments?|queues?|quota|code|kernels?|port|builds?|paper|config|tests?|era|days|generation|allocation|reservation|contract|partition|pool|cluster|nodes?|box(?:es)?|servers?|machines?|cards?|fleet|farm)(?: (?:was|were|is|are|has|have|had|did|didn't|wasn't|weren't|isn't|aren't|can't|couldn't|went|ran|took|takes?|keeps?|kept|died|crashed|failed|broke|blew|looks?|looked|came|got|gave|showed|proved|turned)(?![a-z]))"
)
_FAILED_ON = lazy(
    r"(?<![a-z])(?:oom(?:s|ed|'d)?|crash(?:es|ed)?|fail(?:s|ed)?|diverge[sd]?|crawl(?:s|ed)?|swap(?:s|ped)?|struggle[sd]?|chok(?:es|ed)|slow|works?|worked|trains|trained|tested|tuned|profiled|benchmarked|developed|written|built|prototyped|validated|runs?|ran|fits?|fit|measured|debugged|optimi[sz]ed)(?: (?:out|fine|well|ok|great|badly|too slowly|poorly|terribly|nicely|only|so far|again|even|up))* (?:on|with|for|in)(?: (?:the|our|my|a|an|old|older|those|these|single|one))* ?$"
)
_WAS_GIVEN = lazy(
    r"(?:many )?(?:thanks|thank you|thx|cheers|kudos)(?: (?:again|so much|very much|a lot))? for (?:the|those|your|all the|our|all those|last week's|yesterday's)(?: [a-z]+)? ?"
)
_THE = lazy(r"(?:and |but )?(?:the|those|these|last week's|yesterday's)(?: (?:first|last|other|previous|earlier))? ?")
_WAS = lazy(
    r"(?:'?s)?(?: (?:cards?|gpus|nodes?))?(?: (?:that |which )?(?:you|we|i|they) (?:got|gave|sold|found|sent|lent|had|used|bought|booked|rented)(?: (?:us|me|out|to us))?)?(?: (?:on|in|for) [a-z]+)?(?: (?:last|yesterday|the other) ?(?:week|month|time|day|night)?)? (?:was|were|went|worked|ran|helped|did|arrived|came|saved|made|performed|held up|turned out|are (?:great|gone|back)|is (?:great|gone))(?![a-z])"
)
_FINISHED_ON = lazy(
    r"(?<![a-z])(?:we|i|they|the [a-z]+|our [a-z]+)(?:'ve| have)? (?:(?:just|already|only|also|recently|finally) )*(?:finished|trained|tested|ran|worked|crashed|failed|oomed|prototyped|wrapped up|started out|did (?:it|this|the [a-z]+)|completed)(?: [a-z-]+){0,3} (?:on|with) ?$"
)
_OF_WHAT = lazy(
    r"(?<![a-z])(?:for|to|with|against|about|on|of|in|vs\.?|compare|beat|match|reproduce|finish|write|update|extend|validate|complete|support|repeat|redo|rerun|check) (?:the|our|my|a|an|some|last week's|yesterday's)(?: (?:old|new|latest|existing|published|big|internal))? ?$"
)
_SUBJECT = lazy(
    r"'?s?[ -](?:comparison|results?|numbers|papers?|blog(?: post)?|benchmarks?|baselines?|report|study|evaluation|review|migration|port|talk|launch|announcement|webinar|article|chapter|figures|plots|pricing page|docs|experiments?|profiling|analysis|kernels?|ablations?|section|rebuttal|leaderboard|scores?|timings|tuning)(?![a-z])"
)
_OWN_SUBJECT = lazy(r"(?:(?:and|as|since|because) )?(?:our|my)(?: (?:own|old|older|existing|few|current|in-house))* ?$")
_IS = lazy(
    r"(?:'?s)?(?: (?:cards?|gpus|nodes?|box(?:es)?|cluster|servers?|machines?|fleet|pool|rack))?(?: (?:all|just|still|both|already|now))* (?:is|are|was|were|can't|cannot|won't|don't|doesn't|didn't|ran|run|went|keep|keeps|kept|got|have|has|died|broke|sit|melted|failed|crashed|arrive|arrives|came|'re)(?![a-z])"
)
_OFFERED = lazy(
    r"(?<![a-z])(?:sale|available|idle|free|spare|up for|going|let|offer|unused|empty|yours|must|should|need|rent|hire|lease|reserve|book)(?![a-z])"
)
_MODAL = lazy(
    r"(?<![a-z])(?:can|could|may|might|shall|should|must|would|will|let|to|if|do|does|help|'d|'ll)(?: (?:we|i|they|you|us|me))?(?: [a-z]+)? ?$"
)


@dataclass(frozen=True)
class _Mention:
    """A stretch that speaks of a product. `sure`: nothing in it could be a term of the order."""

    start: int
    end: int
    sure: bool = True
    had: bool = False
    """Whether it says that the writer has the product."""


def only_owned(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without products that are only mentioned, which become idle words; doubtful ones become wishes."""
    if clean.korean or any(piece.role is Role.SIDE and piece.value == "sell" for piece in pieces):
        return pieces, words
    for product in [piece for piece in pieces if piece.role is Role.ASSET]:
        mention = _mention(clean, pieces, product) if product in pieces else None
        if mention is None:
            continue
        others = [piece for piece in pieces if not mention.start <= piece.start < mention.end]
        if mention.sure and _orders(others):
            pieces, words = others, with_told(words, mention.start, mention.end)
        elif mention.had:
            wish = Piece(mention.start, product.end, Role.REFUSAL, Refusal("unsupported", "what is owned already"))
            others = [piece for piece in pieces if not wish.start <= piece.start < wish.end]
            pieces = sorted([*others, wish], key=lambda piece: piece.start)
            words = [word for word in words if not wish.start <= word.start < wish.end]
    return pieces, words


def _mention(clean: Clean, pieces: list[Piece], product: Piece) -> _Mention | None:
    """What a clause makes of a product that it does not order; None for one that it does."""
    start, end = _clause(clean, pieces, product)
    inside = within(pieces, start, end)
    first = min((piece.start for piece in inside if piece.role in _OF_PRODUCT), default=product.start)
    before, behind = clean.text[start:first].lstrip(), clean.text[product.end : end]
    counted = any(piece.role is Role.QUANTITY for piece in inside)
    sure = not any(isinstance(piece.value, Price) or _coming(clean, piece) for piece in inside)
    own = _own_from(inside, product)
    if _WAS_HAD.search(clean.text[start:own]):
        return _Mention(own, product.end)
    if (had := _HAS.fullmatch(before)) and not _MODAL.search(before[: had.start("has")]):
        return _Mention(start, end, sure, had=counted)
    if _OWN_SUBJECT.fullmatch(before) and _IS.match(behind) and not _OFFERED.search(behind):
        return _Mention(start, end, sure)
    if sure and (_WAS_GIVEN.fullmatch(before) or (_THE.fullmatch(before) and _WAS.match(behind))):
        return _Mention(start, end)
    if sure and counted and _FINISHED_ON.search(before):
        return _Mention(start, product.end)
    if own == product.start and _OF_WHAT.search(clean.text[start:own]) and _SUBJECT.match(behind):
        return _Mention(product.start, product.end)
    if (
        sure
        and not counted
        and (_FAILED_ON.search(before) or (_NAMED_AFTER.match(behind) and not _OFFERED.search(behind)))
    ):
        return _Mention(product.start, product.end)
    return None


def _own_from(inside: list[Piece], product: Piece) -> int:
    """Where a product begins with what counts it and its requirements before it."""
    at = product.start
    for piece in reversed([each for each in inside if each.end <= product.start]):
        if piece.role not in (Role.QUANTITY, Role.ATTRIBUTE):
            break
        at = piece.start
    return at


def _clause(clean: Clean, pieces: list[Piece], product: Piece) -> tuple[int, int]:
    start, end = around(clean, pieces, product.start, product.end, lambda piece: piece.role in _EDGES)
    for found in _GOES_ON.finditer(clean.text, start, end):
        if found.end() <= product.start:
            start = found.end()
        elif found.start() >= product.end:
            return start, found.start()
    return start, end


def _coming(clean: Clean, piece: Piece) -> bool:
    """Whether a piece names a time that is not over."""
    return isinstance(piece.value, TimeExpression) and not telling.PAST.match(clean.text, piece.start, piece.end)


def _orders(pieces: list[Piece]) -> bool:
    """Whether a product of the catalogue and a count are left."""
    named = any(isinstance(piece.value, Product) and not piece.value.generic for piece in pieces)
    return named and any(isinstance(piece.value, Quantity) for piece in pieces)
