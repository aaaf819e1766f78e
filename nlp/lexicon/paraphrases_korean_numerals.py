"""Korean numerals of a memory size and of a spoken price, said in figures: 이 불 팔십 센트, 오 불 반. Rules as in
`paraphrases`.
"""

from __future__ import annotations

_SINO = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")

_ALONE = r"(?<![가-힣0-9.])"


def _sino(count: int, space: str = "") -> str:
    tens = (_SINO[count // 10] if count >= 20 else "") + "십" if count >= 10 else ""
    return tens + (space if tens and count % 10 else "") + _SINO[count % 10]


_ENDS = r"(?=(?:이?요|이하|까지|이면|에|로|으로|입니다)?(?: ?[.,!?~)\n]|$| (?:이하|까지|이면|이내))|에 (?:팔|팝|사|삽|매|구|내놓|넘|드|빌))"
_SAID_AMOUNT = r"[0-9일이삼사오육칠팔구십]"

NUMERALS: tuple[tuple[str, str, str], ...] = (
    *((f"{_sino(size)} 기가", rf"{_ALONE}{_sino(size)}(?= 기가)", str(size)) for size in range(10, 100)),
    *(
        (
            f"불 {_sino(cents)}|불 {_sino(cents, ' ')}",
            rf"(?P<a>{_ALONE}{_SAID_AMOUNT}{{1,3}} ?불) (?:{_sino(cents)}|{_sino(cents, ' ')})(?: ?센트|{_ENDS})",
            f"{{a}} {cents}센트",
        )
        for cents in range(10, 100)
    ),
    (
        "불 반|달러 반",
        rf"(?P<a>{_ALONE}(?:[0-9]{{1,2}}|[일이삼사오육칠팔구십]{{1,3}}) ?(?:불|달러)) 반{_ENDS}",
        "{a} 50센트",
    ),
    *(
        (f"{_sino(usd)} 불|{_sino(usd)}불", rf"{_ALONE}{_sino(usd)} ?불(?= [0-9]{{2}}센트)", f"{usd}불")
        for usd in range(1, 20)
    ),
)
"""Sizes of memory, and dollars with cents behind them."""
