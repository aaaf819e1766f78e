# ruff: noqa: E501
"""What a Korean text requires in a form of its own: 수랭식이어야 합니다, 새 제품으로만, 재판매 업체는 안 돼요, 추운 지역이면 더 좋고요.

What the tagger understood states a field. A quality that no field holds, or what somebody has to do first, has the same
endings behind words that nothing recognised: it is asked about, wherever it stands. A duty of the writer's own
(보고서를 내야 해서요) and a fear (늦으면 안 되거든요) have others, and stay context.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Price, Refusal, Role
from nlp.tagging.base import Clean, Piece

_SO = r" ?(?:합니다|해요|해야|하고요?|하거든요|하는데요?|해서요?|하니까요?|하며|한다|할 ?것|함|됩니다|되고요?|되거든요|되는데요?|되니까요?|돼요|돼서요?|된다|됨|죠|만)"
_MUST = lazy(
    r"(?:(?:이어|이여|(?<!붙)여|있어|없어|가능해|보장(?:돼|되어|해)|포함(?:돼|되어)|지원(?:돼|되어|해)|제공(?:돼|되어|해))야"
    r"|(?<=[이가] )(?:나|나와|와|내려와|올라와|떨어져|들어와|풀려|끝나|[가-힣]{2}(?:돼|되어|해))야"
    r"|(?<=에 )(?:붙어|연결돼|연결되어|접속돼|접속되어)야"
    r"|(?<=승인 )나야|(?<=결재 )나야|(?<=허가 )나야"
    rf"|[가-힣]{{1,4}}(?<!주)(?<!아 )셔야){_SO}"
)
_ONLY = lazy(
    r"(?<=[가-힣])(?:으로|로)만(?= ?(?:부탁|주세요|주십|해 ?주|구해|구합|받|씁|써|쓸|쓰고|사용|됩니다|돼요|가능|진행|잡아|원합|원해|필요|할게요|하겠|가겠)|[.,!~ ]*$)"
    r"|(?<=[가-힣])만 ?(?:됩니다|돼요|되고요|가능[가-힣]*|받습니다|받아요|받을게요|원합니다|원해요|허용[가-힣]*)"
)
_NEVER = lazy(
    r"(?:(?<=[가-힣])(?<!서)(?<!면)(?:은|는|이|가|도)|(?<=[는은던한할] )건) ?(?:절대(?:로)? |진짜 |무조건 )?"
    r"(?:안 ?(?:돼|됩니|됨(?!요)|되고(?![가-힣])|되고요|되거든|받|써|씁)|곤란(?!하면|하시)|불가(?!하면|하시|피|능하면|시)|사절|금지|싫어|싫습|거절)[가-힣]*"
)
_BETTER = lazy(
    r"(?<!주)(?<!주시)(?:이)?면 (?:더|더욱|더더욱|제일|가장|훨씬) (?:좋|감사|고맙|낫|편하)[가-힣]*|(?:이)?면 금상첨화[가-힣]*"
)
_FINE = r"(?:괜찮|됩니다|돼요|됨|된다|되고요|되니|상관 ?없|무방|좋습|ok|ㅇㅋ|오케이)[가-힣]*"
_PERMITS = lazy(
    rf"(?<![가-힣])(?:[가-힣]{{1,6}}[아어여해돼와워겨려져쳐켜펴꿔써커빠파차내나가]|[가-힣]{{0,5}}(?:이어|이여|여))도 ?(?:조금은 |다 |전혀 )?{_FINE}(?! ?(?:하)?[나까]요)"
    rf"|(?:나눠|나누어|쪼개|섞어|바꿔|늦게|빼|줄여|늘려|다른 ?[가-힣]{{1,4}}|대체해|앞당겨|미뤄|옮겨|합쳐)[가-힣]{{0,2}} ?[가-힣]{{0,3}}셔도 ?{_FINE}"
)
_PERMITS_NOTHING = lazy(
    r"(?:^|[.,;!?\n])[^.,;!?\n]*(?:어디|어느|뭐|뭘|뭣|무엇|무슨|아무|언제|어떤|누가|누구|회신|답장?|답변|연락|전화|메일|문자|천천히|편하게|편히)[^.,;!?\n]*$"
)
"""Whatever it may be, and how the writer may be answered."""
_NO_FIELD = lazy(
    r"(?:구형|중고|구닥다리|옛날 ?거|구버전|오래된 ?(?:거|것|장비|모델))(?:이어|여|라|이라)|느려|낡아|시끄러워|못생겨"
)
"""What no field limits, so that nothing is allowed by it."""
_NO_MATTER_IF_NOT = lazy(
    r"(?:(?:못|안) ?[가-힣]{1,4}|실패해|유찰돼|유찰되어|없어|몰라|미체결(?:돼|되어|이어|이여))도 ?" + _FINE
)
"""Nothing is lost where nothing is found: 못 구해도 괜찮아요."""
_NICE = lazy(
    r" ?(?:이|가|도)? ?(?:있으면|있다면|되면|된다면|이면|면|라면|이라면) ?(?:더 |참 |정말 |제일 |가장 |되게 )?"
    r"(?:좋(?:고|음|습|아|을|겠|네|죠)|감사|고맙|땡큐|베스트|플러스|최고|금상첨화)[가-힣]*(?! ?,? ?(?:안 ?되면|없으면|아니면|어려우면|불가))"
    r"| ?(?:은|는|이|가)? ?(?:상관 ?없|무관|아니어도|아니라도|안 ?가[려립릴])[가-힣]*(?: ?(?:됩니다|돼요|됨|괜찮[가-힣]*))?"
)
"""Behind a requirement or a place, a soft wish for it, or that it does not matter."""
_ASKED_FOR = lazy(
    r"(?:해|하여|넣어|잡아|구해|맞춰|써|빼|골라|챙겨) ?달(?:래|라)[가-힣]*|하시?래요|하라(?:십니다|네요|고 하[가-힣]*)"
)
"""What somebody else wants, reported: 팀장님이 국산으로 해달래요."""
_SHOWN = lazy(r"(?:보여|알려|보내|공유해|보고해|설명해|전해|말해) ?달(?:래|라)[가-힣]*")
"""What somebody wants to see or hear of the work is no part of the order."""
_PART_OF_TIME = lazy(
    r"(?:늦게|일찍|느지막이|초반|중반|후반)(?:에|까지|쯤|부터)?(?![가-힣])(?! ?(?:죄송|미안|연락|문의|실례|고생|수고|메일))"
)
"""Behind a time, a part of it that no convention fixes."""
_PART_OF_AMOUNT = lazy(
    r"대(?!신|비|여|략|리|기)(?:로|에|면|까지|요|이면|에서)?(?![가-힣])|(?:초반|중반|후반)(?:에|까지|대|으로|쯤)*(?![가-힣])"
)
"""Behind an amount, a range that says no limit: 2불대, 2달러 후반."""
_PERSON = lazy(
    r"[가-힣]*(?:님|장|수|사|팀|분|들|쪽|처|측|배|자)(?:이|가|께서|은|는|도|에서)|(?:빨리|얼른|급히|급하게|이렇게|그렇게|꼭)"
)
_FILLER = lazy(
    r"(?:꼭|반드시|무조건|모두|전부|다|그|이|저|더|이건|그건|것|거|건|이상|이하|이내|미만|초과|최소|최대|절대|제발|정말|진짜|단|다만|대신|또|그리고|이것|그것|[이그저]게|하나|전제|조건|이면|은|는|이|가|을|를|도|만|로|으로|에|의)+"
)
"""Words that name nothing: what follows is said of what was understood before."""
_SAID_AGAIN = lazy(
    r"(?:(?:[이그저]|해당|같은|이런|그런) )?(?:인증 ?)?(?:환경|시설|전력|전기|에너지|네트워크|연결|인증|가동률|가용성|메모리|센터|데이터 ?센터|인프라|리전|지역|장비|제품|모델|기종|서버|시간|시간대|날|기간|가격|카드|사양|스펙|곳|쪽|거|것|버전)"
)
"""Nouns that repeat what stands before them."""
_AS_IT_IS = lazy(
    r"(?:부분|일부|분할|나눠|쪼개|다른 ?(?:제품|기종|모델|종류|gpu|카드|칩|거|것|걸|날|시간|요일|주|대안)|그 ?외|그외|나머지|그 ?이상|이상|초과|더 |이보다|그보다|낮에|밤에|중간에|중복|동시에|취소|늦|지각|오버|넘는)"
)
"""What is ruled out here was never ordered: partial fills, other products, other days, a higher price."""
_PURPOSE = lazy(r"(?:용|용도|목적)$")
_UNDERSTOOD = frozenset({Role.ATTRIBUTE, Role.PLACE, Role.ASSET, Role.TIME, Role.PRICE})
_CONNECTIVE = lazy(r"(?:단|다만|참고로|근데|그런데|그러니까|그럼|그러면|(?:기종|모델|종류|장비)(?:은|는)),?")
"""Words that only lead on to the next clause."""
_PARTS = {_PART_OF_TIME: Role.TIME, _PART_OF_AMOUNT: Role.PRICE}
_WORD = lazy(r"[^\s,.!?;:()\[\]]+")
_MOST_WORDS = 4


def required(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with a wish for each requirement of unknown words, which it replaces; said of what was understood, its
    words are idle."""
    if not clean.korean:
        return pieces, words
    pieces = _budgets_in_a_row(clean, pieces)
    words = [
        replace(word, idle=True, told=True) if _CONNECTIVE.fullmatch(clean.text, word.start, word.end) else word
        for word in words
    ]
    pieces, words = _nice_to_have(clean, pieces, words)
    for form in (
        _MUST,
        _ONLY,
        _NEVER,
        _BETTER,
        _NO_MATTER_IF_NOT,
        _PERMITS,
        _ASKED_FOR,
        _SHOWN,
        _PART_OF_TIME,
        _PART_OF_AMOUNT,
    ):
        for found in form.finditer(clean.text):
            if form in _PARTS and not _behind(clean, pieces, _PARTS[form], found.start()):
                continue
            if any(piece.start < found.end() and found.start() < piece.end for piece in pieces):
                continue
            if form is _PERMITS and any(
                word.told and word.end > found.start() and word.start < found.end() for word in words
            ):
                continue  # said of a part that may be sold or filled by itself
            start, wish = _said_of(clean, pieces, found, form)
            end = next((word.end() for word in _WORD.finditer(clean.text, found.end() - 1)), found.end())
            end = min([end, *(piece.start for piece in pieces if piece.start >= found.end())])
            words = [word for word in words if not start <= word.start < end]
            if wish:
                refusal = Refusal("unsupported", "a requirement that no field holds")
                pieces = sorted([*pieces, Piece(start, end, Role.REFUSAL, refusal)], key=lambda piece: piece.start)
            else:
                words = sorted(
                    [*words, Word(start, end, True, told=form in (_SHOWN, _NO_MATTER_IF_NOT))],
                    key=lambda word: word.start,
                )
    return pieces, words


def _nice_to_have(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """인피니밴드 있으면 좋겠어요, 서울 상관없음: whether it has to be the words leave open."""
    wishes: list[Piece] = []
    for piece in pieces:
        if piece.role not in (Role.ATTRIBUTE, Role.PLACE) or re.search(
            "상관|무관", clean.text[piece.start : piece.end]
        ):
            continue
        particle = re.search(r"(?:이)?면$", clean.text[piece.start : piece.end])
        found = _NICE.match(clean.text, particle.start() + piece.start if particle else piece.end)
        if found and not any(each.start < found.end() and found.end() > each.start >= piece.end for each in pieces):
            refusal = Refusal("unsupported", "a soft wish")
            start = piece.end + (clean.text[piece.end : piece.end + 1] == " ")
            wishes.append(Piece(start, max(found.end(), start), Role.REFUSAL, refusal))
    words = [word for word in words if not any(wish.start <= word.start < wish.end for wish in wishes)]
    return sorted([*pieces, *wishes], key=lambda piece: piece.start), words


def _said_of(clean: Clean, pieces: list[Piece], found: re.Match[str], form: re.Pattern[str]) -> tuple[int, bool]:
    """Where the words begin that the form is said of, and whether they name what the tagger did not understand."""
    before = max((piece for piece in pieces if piece.end <= found.start()), key=lambda piece: piece.end, default=None)
    said = list(_WORD.finditer(clean.text, before.end if before else 0, found.start()))[-_MOST_WORDS:]
    start = said[0].start() if said else found.start()
    subject = clean.text[start : found.start()].strip()
    if form is _BETTER or form in _PARTS:
        return start, True
    if form in (_SHOWN, _NO_MATTER_IF_NOT):
        return start, False
    if form is _PERMITS:
        permits = not _NO_FIELD.match(found[0]) and not _PERMITS_NOTHING.search(clean.text, 0, found.end())
        return (start if permits else found.start()), permits
    if form is _ASKED_FOR:
        return start, not all(_PERSON.fullmatch(word[0]) or _FILLER.fullmatch(word[0]) for word in said)
    understood = before is not None and before.role in _UNDERSTOOD and bool(_SAID_AGAIN.fullmatch(subject))
    nothing = all(_FILLER.fullmatch(word[0]) for word in said) or not re.search(r"[가-힣a-z]", subject)
    as_it_is = form is _NEVER and bool(_AS_IT_IS.match(subject))
    purpose = form is _ONLY and bool(_PURPOSE.search(subject))
    return start, not (understood or nothing or as_it_is or purpose)


def _behind(clean: Clean, pieces: list[Piece], role: Role, at: int) -> bool:
    return any(piece.role is role and not clean.text[piece.end : at].strip() and piece.end <= at for piece in pieces)


def _budgets_in_a_row(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    """예산은 각각 150불, 200불: which budget is whose the words do not say for sure, so the second is asked about."""
    prices = [piece for piece in pieces if isinstance(piece.value, Price)]
    asked = {
        second.start
        for first, second in pairwise(prices)
        if isinstance(first.value, Price)
        and first.value.unit == "item"
        and "각" in clean.text[first.start : first.end]
        and not clean.text[first.end : second.start].strip(" ,")
    }
    refusal = Refusal("unsupported", "budgets said one after another")
    return [replace(each, role=Role.REFUSAL, value=refusal) if each.start in asked else each for each in pieces]
