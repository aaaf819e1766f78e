# ruff: noqa: E501
"""Finds products and places, and builds the patterns for them from the catalogue."""

from __future__ import annotations

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from auction_client.model.catalogue import Catalogue
from nlp.lexicon.products import (
    FAMILIES,
    GENERIC,
    GENERIC_TOKENS,
    KOREAN_PLACES,
    MAKERS,
    NOT_PRODUCTS,
    SPOKEN,
    UNKNOWN_SHAPES,
)
from nlp.patterns import lazy
from nlp.tagged import Place, Product, Refusal, Role
from nlp.tagging.base import Clean, Lexis, Piece, alternation, flat

_COUNT_BEFORE = lazy(r"[0-9]{4,5} (?:x )?")
_MAKER = lazy(MAKERS)
_GENERIC = lazy(GENERIC)
_GENERIC_TOKENS = lazy(GENERIC_TOKENS)
_UNKNOWN = lazy("|".join(UNKNOWN_SHAPES))
_BETTER = lazy(
    r"[ -](?:class|grade|level|equivalent|tier)s?(?: gpus?| cards?)?(?: or (?:better|above|newer|higher))?(?![a-z])| or (?:better|newer|above|similar|equivalent)(?: gpus?| cards?)?(?![a-z])(?! ?(?:price|rate))|급(?: 이상)?"
)
_TOKEN_SHAPE = lazy(
    r"([a-z][a-z]{2,15}(?:-[0-9]{1,3}b)?)(?: model)? tokens?(?![a-z])|([가-힣]{2,8}) 토큰"
    r"|([a-z]{2,15}-[0-9]{1,2}(?:\.[0-9])?[a-z]?) (?:tokens?(?![a-z])|토큰)|([a-z]{3,15}(?: [0-9]{1,2}(?:\.[0-9])?)?) ?토큰(?= ?[0-9])"
)
_NOT_TOKEN_NAMES = frozenset({"model", "the", "our", "some", "any", "more", "these", "those", "of", "for", "and", "buy", "sell", "all", "million", "thousand", "모델", "그", "이", "개"})  # fmt: skip

_SAID_TOKEN = lazy(r"'?s?[ -]?(?:model )?(?:tokens?(?![a-z])|토큰)")
_OPENS = lazy(r" ?\(")


def build_lexis(catalogue: Catalogue) -> Lexis:
    """Patterns for all names of the catalogue."""
    names: dict[str, tuple[str, ...]] = {}
    written: list[str] = []

    def add(alias: str, gpus: tuple[str, ...]) -> None:
        names.setdefault(flat(alias), gpus)
        written.append(alias)

    for gpu in catalogue.gpus:
        for alias in (gpu.gpu.lower(), *gpu.aliases):
            add(alias, (gpu.gpu,))
            if re.search(r"[a-z0-9]$", alias):
                add(alias + "s", (gpu.gpu,))
                add(alias + "'s", (gpu.gpu,))
            if re.search(r"[a-z]?[0-9]{3,4}$", alias):
                add(alias + "z", (gpu.gpu,))
            if re.fullmatch(r"[a-z]{1,3}[0-9]{3}[a-z]?", alias) and not alias.startswith("a1"):
                spaced = re.sub(r"([a-z]+)([0-9]+)", r"\1 \2", alias)
                add(spaced, (gpu.gpu,))
                add(spaced + "s", (gpu.gpu,))
    for alias, name in SPOKEN.items():
        if name in catalogue.gpu_by_name:
            add(alias, (name,))
    for alias, members in {**catalogue.ambiguous_gpus, **FAMILIES}.items():
        add(alias, tuple(member for member in members if member in catalogue.gpu_by_name))
    tokens = {alias: token.symbol for token in catalogue.tokens for alias in (token.symbol.lower(), *token.aliases)}
    token_names = {flat(alias): symbol for alias, symbol in tokens.items()}
    places: dict[str, tuple[str, ...]] = {}
    for region in catalogue.regions:
        for alias in (region.region, *region.aliases):
            places[alias] = (region.region,)
    places.update(catalogue.region_groups)
    places.update({alias: places[name] for alias, name in KOREAN_PLACES.items() if name in places})
    return Lexis(
        catalogue,
        gpus=re.compile(alternation(written)),
        gpu_names=names,
        tokens=re.compile(alternation(tokens)),
        token_names=token_names,
        places=re.compile(alternation(places)),
        place_regions={flat(alias): regions for alias, regions in places.items()},
        place_groups=frozenset(flat(group) for group in catalogue.region_groups),
    )


def product_at(clean: Clean, at: int) -> Piece | None:
    """A GPU or token name, known or not."""
    text, lexis = clean.text, clean.lexis
    start = at
    if maker := _MAKER.match(text, at):
        at = maker.end()
    elif _counts_a_product(clean, at):
        return None
    unknown = _unknown_product(clean, at)
    if (match := lexis.gpus.match(text, at)) and not (unknown and unknown.end > match.end()):
        names = lexis.gpu_names[flat(match[0])]
        end = match.end()
        end = _glossed(clean, end, names)
        if better := _BETTER.match(text, end):
            return Piece(start, better.end(), Role.ASSET, Product("gpu", (), vague=True))
        return Piece(start, end, Role.ASSET, Product("gpu", names, vague=not names))
    if match := lexis.tokens.match(text, at):
        end = match.end()
        if tail := _SAID_TOKEN.match(text, end):
            end = tail.end()
        return Piece(start, end, Role.ASSET, Product("token", (lexis.token_names[flat(match[0])],)))
    if unknown:
        return Piece(start, unknown.end, unknown.role, unknown.value)
    if at > start:
        return None
    return _unknown_token(clean, at)


def _glossed(clean: Clean, end: int, names: tuple[str, ...]) -> int:
    """Behind a name its other spelling in brackets: 블랙웰(Blackwell)."""
    opening = _OPENS.match(clean.text, end)
    again = clean.lexis.gpus.match(clean.text, opening.end()) if opening else None
    same = again is not None and clean.lexis.gpu_names[flat(again[0])] == names
    return again.end() + 1 if again and same and clean.text[again.end() : again.end() + 1] == ")" else end


def _counts_a_product(clean: Clean, at: int) -> bool:
    """Whether digits that could name a card are the count of a named product: "4090 H100s", "3090 ASCLEPIUS-7B"."""
    digits = _COUNT_BEFORE.match(clean.text, at)
    if digits is None:
        return False
    named = clean.lexis.gpus.match(clean.text, digits.end()) or clean.lexis.tokens.match(clean.text, digits.end())
    return named is not None and not named[0].isdigit()


def _unknown_product(clean: Clean, at: int) -> Piece | None:
    match = _UNKNOWN.match(clean.text, at)
    if not match or match[0] in NOT_PRODUCTS:
        return None
    return Piece(at, match.end(), Role.ASSET, Product("gpu", (), suggestion=_nearest(flat(match[0]), clean.lexis)))


def _nearest(name: str, lexis: Lexis) -> str | None:
    """The catalogue's GPU that is spelt most like this, for the question's text; never used as the answer."""
    found = process.extractOne(name, list(lexis.gpu_names), scorer=OSA.distance, score_cutoff=2)
    gpus = lexis.gpu_names[found[0]] if found else ()
    return gpus[0] if len(gpus) == 1 else None


def _unknown_token(clean: Clean, at: int) -> Piece | None:
    match = _TOKEN_SHAPE.match(clean.text, at)
    name = next(filter(None, match.groups())) if match else None
    if match and name not in _NOT_TOKEN_NAMES and not clean.lexis.gpus.match(clean.text, at):
        return Piece(at, match.end(), Role.ASSET, Product("token", ()))
    return None


def generic_at(clean: Clean, at: int) -> Piece | None:
    """ "GPUs", "tokens": a product word that names none."""
    if match := _GENERIC.match(clean.text, at):
        return Piece(at, match.end(), Role.ASSET, Product("gpu", (), generic=True))
    if match := _GENERIC_TOKENS.match(clean.text, at):
        return Piece(at, match.end(), Role.ASSET, Product("token", (), generic=True))
    return None


_WHOLLY = r"(?:physically|exclusively|solely|entirely|wholly|strictly|purely|fully|completely|only)"
_IN = rf"(?:(?:(?:{_WHOLLY} )*(?:located|based|hosted|sited|housed|situated|operated|run|kept|placed)(?: {_WHOLLY})* |{_WHOLLY} |somewhere |anywhere )?(?:in|at|from|within|across|inside|out of) (?:the |either )?|(?:any ?where|somewhere) (?:in|within) (?:the )?|the |region:? ?|location:? ?|지역:? ?|리전:? ?)"
_ANY_PLACE = r"(?:any|every|all)(?:where|one|body|thing| ?(?:regions?|places?|locations?|sites?|zones?|country|countries|states?|city|cities|data ?cent(?:er|re)s?|clusters?))(?: (?:at all|else|is (?:fine|ok(?:ay)?)|works))?"
_REFUSE = r"(?:(?:we|i|you|they) )?(?:can'?t|cannot|can not|won'?t|will not|don'?t|do not|shouldn'?t|must not|mustn'?t)(?: (?:want|like|use|do|touch|take|accept|need|trust|go|be|run|host|land|it|anything|(?:to )?(?:run|be|use|go)))*"
_NOT_IN = rf"(?:(?:{_ANY_PLACE}|wherever|any ?where|every ?where|all) (?:but|save|besides|beyond)(?: in| from| within| to| near| for)? (?:the )?|(?:{_ANY_PLACE} |wherever |any ?where )?(?:(?:but |though |however )?(?:(?:must |should |can |may |do |does )?(?:not|n't|never)(?: be| run| sit| land)?(?: (?:physically )?(?:located|based|hosted|sited|housed|situated|operated|run|kept|placed)(?= (?:in|within|inside|at)(?![a-z])))?|none of (?:it|them|this|these|those|that|which)(?: (?:should|can|may|must|is|are|to)(?: be| go| run| sit| land)?)?|nowhere|no|keep (?:it|them) out|stay(?:ing)? out|any ?where but|anything but|other than|apart from|aside from|except(?:ing)?(?: for)?|excluding|excl\.?|exclude|excludes|outside(?: of)?|minus|without|avoid(?:ing)?|but not|just not|bar|barring|save for|everywhere but|(?:sans|excepting)|{_REFUSE}|(?:please )?(?:steer|stay|keep|stick)(?:ing)? (?:well )?(?:clear of|away from|out of)|rul(?:e|ing) out|leav(?:e|ing) out|skip(?:ping)?|nothing|never|nowhere near))(?: in| from| within| of| to| near| for)? (?:the )?)"
_KOREAN_AFTER = r"(?:(?:에)? ?(?:리전|지역|쪽|권|내|소재|위치한|센터|데이터 ?센터|사이트|시설|idc(?![a-z])))*(?:(?:으로|로) ?(?:하되|하고|하며|한정(?:하고|하며|하되|합니다|해요|함)?)|(?:이되|인데|이며)|에서만?|으로만?|에만|에 있는|에|으로|로|은|는|이|가|을|를|의|요|만|이?든지?|이?면(?! ?(?:더|더욱|훨씬|제일|가장|금상첨화|좋겠)))?(?: ?상관 ?없[가-힣]*)?(?![가-힣]|(?<=이)나)"
_ANYWHERE = lazy(
    r"(?:(?:in|at) )?(?:any ?where(?: at all| in the world| on earth)?|any (?:region|location|place|site|country|data ?cent(?:er|re))s?(?: at all)?|wherever(?: you (?:can|like))?|no matter where|(?:the )?(?:region|location|place|site)s? (?:doesn'?t|does not|don'?t|do not) matter|(?:the )?(?:region|location)s? (?:is|are) (?:irrelevant|unimportant|not important|open|up to you))(?: (?:is fine|works|will do|goes|is ok(?:ay)?|you like|possible))*(?! (?:but|except|other|outside|in |from|between|near|within|excluding|apart))(?![a-z])"
    r"|(?:지역|리전|위치|장소)(?:은|는)? ?(?:어디든|어디나|아무 ?데나|아무 ?곳이나|상관 ?없|무관)[가-힣]*|(?:어디든|어디나|아무 ?데나|아무 ?곳이나)(?: ?(?:좋|괜찮|상관없|됩니다|돼요)[가-힣]*)?"
)
_RULED = r"(?:(?:[가-힣]{1,4} ?)?(?:규정|보안|정책|법|계약|내규|규제|방침|여건|지침)(?:상|적으로| ?때문에|으로) ?)?"
_REPORTED = r"(?: ?(?:합니다만?|해요|해서요?|하네요|하셔서|하시네요|했습니다|했어요|하더라고요|하니까?|하던데요?|들었습니다|그래서|하고요?|하여|하므로))?"
_KOREAN_NOT = (
    r"(?:(?:에)? ?(?:리전|지역|쪽|권|내(?: ?(?:의|에))?|소재(?:의|한)?|위치한|있는|센터|데이터 ?센터|사이트|시설|idc(?![a-z])))*(?:에서는|에서도|에서만|에선|에는|에도|으로는|로는|은|는|을|를|만|에서|에|으로|로|이|가)? ?(?:(?:절대로?|무조건|아예|전혀|반드시|꼭) ?)?"
    + _RULED
    + rf"(?:(?:안 ?된다|못 ?쓴다|불가(?:능)?하다|금지(?:라|한다|된다))(?:고(?:만)?|는데요?|네요|니까?|며|면서){_REPORTED}|안 ?(?:되기 ?때문[가-힣]*|돼서요?|되어서|되므로|되니까?)"
    + r"|빼고(?:는|요)?|뺀(?![가-힣])|제외(?:하고|하면|한|해 ?(?:주세요|주십시오|주시기 ?바랍니다|주시면 ?(?:됩니다|감사하겠습니다))|바랍니다|합니다|부탁[가-힣]*(?: ?드[가-힣]+)?|)|말고(?:는)?|아닌(?: ?(?:곳|데|지역|리전)(?:으로|에서|이면)?)?|아니면 ?(?:돼요?|됩니다|됨|되고|다 ?(?:좋|괜찮|됩|돼)[가-힣]*|어디든[가-힣 ]*)|안 ?(?:됩니다|돼요?|되고|됨|쓸|씁니다|써요?|가요|갑니다|받아요|받습니다)[가-힣]*|불가(?:능)?(?:합니다|해요|함)?(?![가-힣])|(?:싫|금지|배제|곤란)[가-힣]*|(?:(?:쓸|사용할|이용할|쓰일|갈|보낼|반출할) ?(?:수|수가|수는) ?없|못 ?(?:쓰|써|씁|쓸|가|갑|갈|나가|나갑)|(?:사용|이용|반출) ?(?:불가|금지|못 ?[하해합함]|안 ?[되돼됩함]))(?![가-힣]*(?:면|거든|때|경우)| ?(?:경우|때|시(?![가-힣])))[가-힣]*|(?:쓰|사용하|이용하)(?:면 ?안 ?[되돼됩]|지 ?(?:않|못|마|말))[가-힣]*(?: ?(?:주세요|주십시오|합니다|해요))?|(?:빼|피하) ?(?:주세요|주십시오|줘요?|자|시고|고요?|면)|피해(?:서)?|이외|외(?:에)?)(?:[.,;]? ?(?:그 ?외|나머지|그 ?밖)(?:의|에)? ?(?:(?:지역|리전|곳|국가|나라)(?:에서|으로|이면|의)?(?![가-힣])|(?=아무 ?(?:데|곳)이?나|어디든|어디나)))?(?: ?(?:어디든|아무 ?데나|아무 ?곳이나|어디나)(?: ?(?:좋아요|괜찮[가-힣]*|상관없[가-힣]*|됩니다|돼요))?)?"
)
_AFTER = r"(?: (?:regions?|only|sites?|datacenters?|data ?cent(?:er|re)s?|area|please|dc|based|hosted|located|is fine|works))*"
_REFUSED = lazy(
    r"(?:(?: (?:region|sites?|area|dc))?(?:'s| is| are| being| would be| isn't)? ?(?:a (?:hard |definite )?no(?:[- ]go)?|off(?: the|[- ])? ?(?:table|limits)|out(?: of the question)?|not (?:an option|ok(?:ay)?|allowed|acceptable|possible|wanted|permitted)|excluded|ruled out|banned|barred|forbidden|blocked|no good|an option)| (?:won't|doesn't|can't|cannot|does not|will not) (?:do|work|be used))(?: (?:for|with) (?:us|me|our [a-z]+))?(?=$| ?[,.;!)\n]| (?:please|so|because|as|since|due)(?![a-z]))"
)
_SUPPOSED = lazy(r"(?:if|when|once|should|in case|unless|whether|supposing)(?: (?:the|in))? $")
_OF_CLOCK = lazy(r" time(?![a-z])(?! (?:is|slot|window))")
"""Behind a place: whose time it is, not where."""
_POSITIVE = lazy(_IN)
_NEGATIVE = lazy(_NOT_IN)
_TAIL = lazy(_AFTER)
_BASED = lazy(r"-(?:based|hosted|only|located)")
_NEAR = lazy(
    r"(?:에서|과|와|이랑|랑)? ?(?:제일 |가장 |최대한 )?(?:가까운|가깝|근처|근교|인근|부근|주변|멀지 ?않)[가-힣]*(?: ?(?:곳|데|쪽)[가-힣]*)?"
)
_ANY_OF_PLACES = r"(?: ?(?:중|가운데)(?:에서?)? ?(?:아무 ?(?:곳|데|지역|리전)(?:이?나|이든)?|어디든지?|어느 ?(?:곳|쪽|리전|지역)(?:이든|이나)?|택 ?1|하나|한 ?(?:곳|군데|쪽))(?:만|라도|면|에서|에|으로|로)*(?: ?(?:괜찮|좋|됩니다|돼요|되고|상관)[가-힣]*)?)?"
_KOREAN_TAIL = lazy(_KOREAN_AFTER + _ANY_OF_PLACES)
_KOREAN_NEGATIVE_TAIL = lazy(_KOREAN_NOT)
_LIST = lazy(r" ?(?:,| or| and|/|&|이나|나|하고|랑|이랑|와|과) ?(?:in |the )*")


_NO_PLACE = lazy(
    r"(?:어|산|식|계|제|풍|말)(?:로|으로|는|은|을|를|가|이|도|만|의|용|와|과)*(?![가-힣])|인(?:들)?(?:은|이|을|의|들|도|과)?(?![가-힣])"
)

_IN_A_NAME = lazy(
    r"(?<=[가-힣])(?!리전|지역|권|쪽|측|내|소재|센터|데이터|사이트|지사|본사|지점|법인|사무|오피스|캠퍼스|공장|연구|팀|고객|사용|유저|직원|시간|표준|기준|행|발|시(?!립|스|금|리)|특별시|광역시|도(?![가-힣]{2})|현지|동부|서부|남부|북부|중부"
    r"|에서|에(?![가-힣]{3})|으로|로(?![가-힣]{2})|은|는|이|가|을|를|의|도|만|까지|부터|나(?![가-힣]{2})|랑(?![가-힣]{2})|과|와|하고|든|라도|또는|혹은|아니|말고|빼고|제외|외|등|여|요|면|일 |임|인 |입니다|예요|인데|이되|이며|시설|없|안 |못 |불가|금지|상관|우선|한정|전용|및|용|향|대학|대(?![가-힣]{3})|부탁|희망|원|필수|위치|거점|근처|인근|출장)[가-힣]"
)
"""Behind a place, the rest of a longer name: 파리바게뜨, 인도네시아."""


def place_at(clean: Clean, at: int) -> Piece | None:
    """A place with its preposition; several places after one "not in" are all excluded."""
    text, lexis = clean.text, clean.lexis
    if match := _ANYWHERE.match(text, at):
        return Piece(at, match.end(), Role.PLACE, Place(()))
    negative = _NEGATIVE.match(text, at)
    start = negative.end() if negative else at
    if not negative and (positive := _POSITIVE.match(text, at)):
        start = positive.end()
    name = lexis.places.match(text, start)
    if not name:
        return None
    if (
        name[0] in ("us",)
        and not clean.cased[start:].startswith("US")
        and not _looks_like_place(clean, at, start, name.end())
    ):
        return None
    if start == at and _OF_CLOCK.match(text, name.end()):
        return None
    if clean.korean and (_NO_PLACE.match(text, name.end()) or _IN_A_NAME.match(text, name.end())):
        return None  # 한국어, 일본산, 독일인, 서울우유
    regions, end = list(lexis.place_regions[flat(name[0])]), name.end()
    group = flat(name[0]) in lexis.place_groups
    if clean.korean and (near := _NEAR.match(text, end)):
        return Piece(at, near.end(), Role.REFUSAL, Refusal("unsupported", "a place near another"))
    excluded = negative is not None
    if clean.korean and (tail := _excluding_tail(clean, end, regions)) is not None:
        return Piece(at, tail, Role.PLACE, Place(tuple(sorted(set(regions))), True, group))
    refused = None if excluded or _SUPPOSED.search(text[max(0, at - 24) : at]) else _REFUSED.match(text, end)
    if refused:
        return Piece(at, refused.end(), Role.PLACE, Place(tuple(sorted(set(regions))), True, group))
    if excluded:
        while (more := _LIST.match(text, end)) and (name := lexis.places.match(text, more.end())):
            regions += lexis.place_regions[flat(name[0])]
            end = name.end()
    for tail_pattern in (_BASED, _TAIL, _KOREAN_TAIL):
        if tail_match := tail_pattern.match(text, end):
            end = tail_match.end()
    return Piece(at, end, Role.PLACE, Place(tuple(sorted(set(regions))), excluded, group))


def _excluding_tail(clean: Clean, end: int, regions: list[str]) -> int | None:
    """ "유럽이나 아시아 빼고": names joined before one excluding word are all excluded; adds to `regions`."""
    found, at = list(regions), end
    while True:
        if tail := _KOREAN_NEGATIVE_TAIL.match(clean.text, at):
            regions[:] = found
            return tail.end()
        more = _LIST.match(clean.text, at)
        name = clean.lexis.places.match(clean.text, more.end()) if more else None
        added = clean.lexis.place_regions[flat(name[0])] if name else ()
        if not name or (more and "," in more[0] and set(added) < set(found)):
            return None  # 유럽, 영국 제외: what lies in the one before is left out of it
        found += clean.lexis.place_regions[flat(name[0])]
        at = name.end()


def _looks_like_place(clean: Clean, at: int, start: int, end: int) -> bool:
    """ "us" in lower case is a place only after "in" or before "only"; "from us" may be from the writers."""
    if clean.text.startswith("from us", at) and re.search("[A-Z]", clean.cased):
        return clean.text.startswith((" only", " region", " site"), end)
    return bool(
        re.match(r"(?:in|within|across|from) (?:the )?$", clean.text[at:start]) or clean.text.startswith(" only", end)
    )
