"""Korean endings of other levels of speech than the polite one, where they close a clause."""

from __future__ import annotations

_CLOSES = r"(?=[ ]?(?:[.,!~;?)…\nㅋㅎㅠㅜ^]|$))"
_GOES_ON = r"(?= (?:[0-9$a-z]|[월화수목금토일]요일|오늘|내일|모레|글피|이번|다음|시간당|장당|총))"
PLAIN = rf"(?P<last>[가-힣])다(?:{_CLOSES}|{_GOES_ON})"
"""판다, 내놓는다, 싶다, 2불이다."""

NOUNS = ("팖", "넘김", "줌", "놓음", "다 팖")
NOUN = rf"(?<![가-힣])(?:팖|넘김|(?:내|(?:빌려|넘겨|내어|내다) ?)줌|(?:내|내어 ?|세 ?)놓음){_CLOSES}"
"""팖, 넘김: verbs of selling that close a clause as nouns. What is got closes so in the lexicon: 구함."""

_OF_GOODS = r"(?<=[장대개드을를만] )"
FAMILIAR: tuple[tuple[str, str, str], ...] = (
    (
        "다오|도고|달라|주라|줘라|주쇼|주십쇼|주시게|주게|주소|줘|주이소",
        rf"{_OF_GOODS}(?:(?:좀|꼭) )?(?:다오|도고|달라|주라|줘라?|주쇼|주십쇼|주시게|주게|주소|주이소){_CLOSES}",
        "주세요",
    ),
    ("삼|사감|사 감|사간|사 간", rf"(?:(?<=면 )삼|(?<![가-힣])사 ?(?:감|간다)){_CLOSES}", "삽니다"),
    ("랍니다", rf"(?<=[팔길줄살쓸릴])랍니다{_CLOSES}", "래요"),
    (" 둘| 둬| 놔| 두", r"(?<=[켜해려워놔아어여]) (?=(?:둘 ?(?:거|게|래|예정|생각|계획|려)|둬야|놔야|두[려겠고]))", ""),
    (
        "리다|겠소|겠네|내오|쓰오|하오|르오",
        rf"(?<=까지 )(?:내|쓰|지불하|치르)(?:리다|겠소|겠네|오){_CLOSES}",
        "내겠습니다",
    ),
    (
        "거야|거다|거임|꺼야|꺼임|거요|걸세",
        rf"(?<=[할갈쓸살팔릴날둘을울알킬길줄돌굴볼풀잡뺄낼]) ?(?:거야|거다|거임|꺼야|꺼임|거요|걸세){_CLOSES}",
        " 거예요",
    ),
)
"""8장 다오, 쓸 거야: triggers, a pattern, and what is said instead."""
