"""Korean words for an uptime: 셋나인, 3나인, 가동률 구십구점구, 가동률 사구(99.99). Rules as in `paraphrases`."""

from __future__ import annotations

_NAMED = r"(?P<x>(?:가동률|가동율|가용성|가용률|업타임|uptime|sla)(?:은|는|이|가|을|를)? ?:? ?(?:최소 ?)?)"
_STOP = r"(?![0-9가-힣](?<![이은는로으을를만정급짜면]))"
_LEVELS = (
    (2, "99", r"투|둘|두 ?개|2 ?개|2", r""),
    (3, "99.9", r"쓰리|셋|세 ?개|3 ?개|삼|3", r"삼"),
    (4, "99.99", r"포|넷|네 ?개|4 ?개|사|4", r"사"),
    (5, "99.999", r"파이브|다섯|다섯 ?개|5 ?개|오|5", r"오"),
)


def _again(share: str) -> str:
    """The same level in brackets behind its name."""
    return rf"(?: ?\( ?{share.replace('.', '[.]')} ?%? ?\))?"


UPTIME: tuple[tuple[str, str, str], ...] = tuple(
    rule
    for nines, share, said, short in _LEVELS
    for rule in (
        (
            "나인",
            rf"(?<![가-힣0-9.])(?<!서버 )(?<!노드 )(?<!장비 )(?:(?:{said}) ?나인|나인 ?(?:{said})(?: ?개)?){_again(share)}(?: ?짜리)?{_STOP}",
            f"{share}%",
        ),
        *((("구", rf"{_NAMED}{short} ?구{_again(share)}{_STOP}", f"{{x}}{share}%"),) if short else ()),
        (
            "구십구",
            rf"{_NAMED}구십구{' ?점 ?' + ' ?'.join('구' * (nines - 2)) if nines > 2 else ''}(?! ?[점구])(?: ?(?:퍼센트|프로|%))?{_again(share)}{_STOP}",
            f"{{x}}{share}%",
        ),
    )
)
"""Nines by their number, and a share in words."""
