# ruff: noqa: E501, SIM905
"""Places that say which people are meant: "the Tokyo lab", "a client in Singapore", 미국 본사 요청으로.

Such a place is part of a name and binds no lot to a region; its words are judged with those around them. Where the
words say that something is to be at, near or inside that place, it stays a place, or is asked about.
"""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.lexicon.idle import AFTER_PLACE
from nlp.patterns import lazy
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, within

KOREAN_PEOPLE = r"(?:고객|고객사|클라이언트|거래처|사용자|유저|이용자|팀원|팀|본사|본부|지사|지점|지부|법인|사무소|사무실|오피스|데스크|연구실|연구소|연구원|연구진|연구팀|랩|교수님?|직원|개발자|개발팀|엔지니어|대표님?|회사|학교|대학|대학교|병원|파트너사?|협력사|투자사|투자자|바이어|담당자|학생|사람|동료|매장|점포|대리점|가맹점|호텔|은행|방송국|스튜디오|시장|바이어|학회|전시회|박람회|출장|행사|시연|발표|세미나|워크숍|워크샵)"
_KOREAN_SAID = lazy(
    rf" ?(?:[가-힣a-z]{{1,4}} )?{KOREAN_PEOPLE}들?(?:(?:이랑|랑|과|와|하고|에게|한테|께서|께|용|향|측|쪽|이|가|은|는|의|을|를|도|로부터)(?:이|가|은|는|에서|의|으로|에게|과|와|이에요|예요|입니다|이라서?|이고요?|임|요)?)?(?![가-힣])"
    r"(?! ?(?:근처|인근|주변|내부|내에|내의|안에|옆|건물|부지|소재|서버실|전산실|데이터 ?센터|센터|리전|지역|위치))"
)
_KOREAN_ACTS = lazy(
    rf" ?{KOREAN_PEOPLE}들?에서 ?(?=(?:[가-힣]+ )?(?:요청|부탁|의뢰|문의|연락|쓰|쓸|써|씁|사용|이용|필요|주문|결제|결재|담당|말|급하|추진|진행|내려온|나온|받은|보내|하는 ?(?:과제|사업|프로젝트|행사)))"
)
"""What people of a place do with an order, without its being run there."""
_KOREAN_THERE = lazy(
    r"(?:은|는|이|가)? ?(?:지금 |벌써 |아직 |내일 |다음 ?주 )?(?:연휴|명절|공휴일|휴일|휴가철?|새벽|한밤|장마|폭설|폭우|파업|선거|축제|여름|겨울)(?:중)?(?:이라서?|라서?|이에요|예요|입니다|이거든요|거든요|이고|이어서|여서)(?![가-힣])"
)
"""What it is like where the writer is: 캐나다는 연휴라."""
_EVENTS = frozenset(
    "conference summit workshop meetup event show demo launch hackathon expo fair symposium election elections marathon games olympics premiere festival".split()
)
"""Whether the order is bound to where an event takes place is asked."""
_PEOPLE = sorted(each for each in AFTER_PLACE - _EVENTS if each.isascii())
_ENGLISH_SAID = lazy(
    rf"(?:'s|-based|-side)?(?: (?!and |or )[a-z-]+)? (?:{'|'.join(_PEOPLE)}|desks?|studios?|subsidiar(?:y|ies)|institutes?|startup|company|firm|unit|division|department|partners?|investors?|founders?|colleague|manager|boss|management|trip|flight|timezone|time zone|morning shift|night shift|shift)(?:'s|s')?(?![a-z])"
)
_BOUND = lazy(
    r"(?:(?<![a-z])(?:in|inside|near|nearby|within|at|around|outside|beside|to|by|from|into|of|with|off|serving|reach(?:ing|able)?|latency)|close to|next to|same (?:city|region|place|building|site) as)(?: (?:the|our|my|their|his|her|your|a|an|one of|some of))*(?: [a-z-]+)? ?$"
)
"""What may bind the goods to the place behind it."""
_FROM_PEOPLE = lazy(
    r"(?:hi|hello|hey|greetings|this is|writing|mail|message|note|reminder|regards|cheers|(?:i|we|i'm|we're|they|who|is|are|[a-z]+ed|[a-z]+ing)(?: [a-z]+)?) (?:from|by|at|in|with|to|of)(?: (?:the|our|my|their))* ?$"
)
"""From whom something comes, or by whom it is wished: "a reminder from the Oregon branch"."""
_PEOPLE_BEFORE = lazy(
    r"(?:(?<![a-z])(?:here|people|folks|guys|crew|staff|everyone|everybody|someone|somebody|anyone|nobody|friends?|team|teams|group|office|offices|desk|lab|labs|branch|hq|headquarters|campus|customers?|clients?|users?|colleagues?|partners?|investors?|startup|company|institute|university|museum|hospital|studio|subsidiary|boss|manager|cfo|ceo|cto|on (?:shift|call|duty|holiday|leave|site)|men|women|kids|students?|interns?)"
    r"|(?<![a-z])(?!(?:servers?|clusters?|containers?|routers?|computers?|accelerators?|processors?|providers?|suppliers?|vendors?|sellers?|owners?|monitors?|others?|numbers?|centers?|orders?|offers?|disasters?|quarters?|layers?|for|or)(?![a-z]))[a-z]{3,}(?:ers|ors|ists|ants|er|or|ist|ees))"
    r"(?: (?:here|over|out|down|up|back|currently|now|based|who are|that are))* (?:in|from|out of|at|of)(?: (?:the|our|my|their|his|her))* $"
)
_PREPOSITION = lazy(r"(?:in|from|at|near|inside|within|around|out of|of|to|for)(?: the)? ")
"""With what a place begins where it is said with it."""
_ORDER = frozenset({Role.QUANTITY, Role.ASSET, Role.PRICE})


def places_of_people(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without the places that name people; each such place is an idle word, with the noun that names them."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        end = _named(clean, pieces, index) if piece.role is Role.PLACE else None
        if end is None:
            kept.append(piece)
            continue
        words = [word for word in words if not piece.start <= word.start < end]
        words = sorted([*words, Word(piece.start, end, True)], key=lambda word: word.start)
    return kept, words


def _named(clean: Clean, pieces: list[Piece], index: int) -> int | None:
    """Where the name of people ends that the place belongs to; None where it belongs to none."""
    piece = pieces[index]
    behind = pieces[index + 1].start if index + 1 < len(pieces) else len(clean.text)
    if clean.korean:
        for form in (_KOREAN_SAID, _KOREAN_ACTS, _KOREAN_THERE):
            if (found := form.match(clean.text, piece.end)) and found.end() <= behind:
                return found.end()
    start, end = around(clean, pieces, piece.start, piece.end)
    lead = _PREPOSITION.match(clean.text, piece.start, piece.end)
    before = clean.text[start : lead.end() if lead else piece.start].lstrip()
    ordered = any(each.role in _ORDER for each in within(pieces, start, end))
    if (found := _ENGLISH_SAID.match(clean.text, piece.end)) and found.end() <= behind:
        of_people = not ordered and any(form.search(before) for form in (_FROM_PEOPLE, _PEOPLE_BEFORE))
        return found.end() if of_people or not _BOUND.search(before) else None
    return piece.end if not ordered and _PEOPLE_BEFORE.search(before) else None
