"""The Korean words of time, as data. Runs of Hangul are cut into these, longest first; a word has a tag and a value."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from nlp.resolve.when.types import Flex, Part, Unit

Value = int | float | str | Part | Flex | tuple[str, int] | None


def _words(tag: str, entries: dict[str, Value]) -> dict[str, tuple[str, Value]]:
    return {word: (tag, value) for words, value in entries.items() for word in words.split()}


WORDS: Final[MappingProxyType[str, tuple[str, Value]]] = MappingProxyType(
    _words("relative_day", {
        "오늘 금일 당일": 0, "내일 낼 명일": 1, "모레 내일모레 낼모레 모래": 2, "글피": 3, "그글피": 4,
        "어제 어저께": -1,
    })
    | _words("later", {"익일 다음날 이튿날": 1})
    | _words("weekday", {
        "월요일 월욜 월욜일": 0, "화요일 화욜": 1, "수요일 수욜": 2, "목요일 목욜": 3, "금요일 금욜": 4,
        "토요일 토욜": 5, "일요일 일욜": 6,
    })
    | _words("part", {
        "새벽 새벽녘": Part.DAWN, "아침 오전": Part.MORNING, "오후": Part.AFTERNOON, "저녁": Part.EVENING,
        "밤 심야 야간 한밤 밤새 밤새도록 밤새워 밤샘 철야 올나이트 하룻밤": Part.NIGHT,
    })
    | _words("midday", {"낮 대낮 한낮": None})
    | _words("noon", {"정오": 12})
    | _words("midnight", {"자정": None})
    | _words("which", {"이번 요번 금번 이": 0, "다음 담 오는다음": 1, "다다음 다담 다음다음": 2, "지난 저번": -1})
    | _words("same", {"같은 동일한 똑같은": None})
    | _words("coming", {"오는 돌아오는": None})
    | _words("week", {"금주": 0, "차주 내주": 1, "다음주 담주": 1, "이번주 요번주": 0, "다다음주 다담주 다음다음주": 2})
    | _words("month_reference", {"금월 이달": 0, "내달 익월 담달": 1})
    | _words("weekend", {"주말": None})
    | _words("workdays", {"주중 평일": None})
    | _words("month_end", {"월말 말일": None})
    | _words("year_word", {"올해 금년 올": 0, "내년 명년 새해": 1, "내후년 후년": 2})
    | _words("ahead_word", {"앞으로 향후 이후로": None})
    | _words("month_name", {"유월": 6, "시월": 10})
    | _words("eve", {"이브": None})
    | _words("month_tail", {"말": None})
    | _words("business_hours", {"업무시간 근무시간 영업시간": None})
    | _words("no_break", {"끊김 중단 쉼 휴식": None})
    | _words("country", {"미국": None})
    | _words("holiday", {
        "연말": "new_year_eve", "크리스마스 성탄절": "christmas", "크리스마스이브": "christmas_eve",
        "삼일절": "samil", "어린이날": "children",
        "현충일": "hyeonchung", "광복절": "gwangbok", "개천절": "gaecheon", "한글날": "hangeul",
    })
    | _words("days_word", {
        "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
        "열흘": 10, "보름": 15,
    })
    | _words("week_word", {"일주일 한주": 1})
    | _words("all_day", {"종일 온종일 하루종일": None, "내내": None, "풀로": None, "통째로": None, "전체 전부": None})
    | _words("now", {"지금 지금당장 당장 바로 즉시 곧바로 지금바로": None})
    | _words("every", {"매일": "day", "날마다": "day", "매": "", "매주": "week", "밤마다": "night", "매일밤": "night"})
    | _words("each", {"마다": None, "매번": None})
    | _words("any", {"아무": None, "어느": None, "아무런": None})
    | _words("any_time", {"아무때나 언제든 언제든지 언제나 언제라도": None})
    | _words("time_word", {"때나 때든 때라도": None})
    | _words("day_word", {"날 요일": None})
    | _words("straight", {
        "연속 연속으로 연속해서 쭉 연달아 내리 계속 연이어 논스톱으로 끊김없이 중단없이 쉬지않고": None,
    })
    | _words("spread", {
        "나눠서 나누어 나누어서 나눠 쪼개서 띄엄띄엄 분산해서 쪼개 "
        "끊어서 끊어 끊어가며 따로따로 드문드문 중간중간": None,
    })
    | _words("month_unit", {"달": None})
    | _words("week_unit", {"주": None})
    | _words("ordinal", {
        "첫째 첫 첫번째": 1, "둘째 두번째": 2, "셋째 세번째": 3, "넷째 네번째": 4, "다섯째": 5, "마지막": -1,
    })
    | _words("half", {"반": 30})
    | _words("zone", {
        "한국 서울 한국표준": "Asia/Seoul", "도쿄 일본 일본표준": "Asia/Tokyo",
        "미국동부 동부 동부표준 뉴욕": "America/New_York", "미국중부 중부 중부표준 시카고": "America/Chicago",
        "미국서부 서부 서부표준 태평양 태평양표준 캘리포니아 시애틀": "America/Los_Angeles",
        "산악 산악표준": "America/Denver", "런던 영국": "Europe/London",
        "독일 베를린 프랑크푸르트 중앙유럽": "Europe/Berlin", "프랑스 파리": "Europe/Paris",
        "싱가포르": "Asia/Singapore", "중국 베이징 상하이": "Asia/Shanghai", "두바이": "Asia/Dubai",
        "인도": "Asia/Kolkata", "협정세계 세계표준 그리니치": "UTC",
    })
    | _words("from", {"부터": None, "에서": None, "에서부터": None})
    | _words("until", {"까지": "until", "까지는": "until", "까지만": "until",
                       "끝까지": "until", "전까지": "before", "전까지는": "before",
                       "이전까지": "before", "이전": "before", "전": "before", "전에": "before", "이전에": "before",
                       "내로": "within", "안에": "within", "안으로": "within", "이내": "within", "이내에": "within",
                       "내에": "within"})
    | _words("within", {"내": "within"})
    | _words("after", {"뒤 뒤에 후 후에 이후 이후에 있다가": None})
    | _words("during", {"동안 동안에 동안만 간 간만 짜리": None})
    | _words("between", {"사이 사이에": None})
    | _words("middle", {"중 중에 중으로 중에서 시간대 시간대에 안에서 내에서": None})
    | _words("apiece", {"씩": None, "씩만": None})
    | _words("least", {"최소 최소한 적어도": None})
    | _words("most", {"최대 많아야": None})
    | _words("particle", {
        "에 에는 엔 에만 의 은 는 이 가 을 를 로 으로 만 만요 도 요 이요 에요 쯤 정도 에도 에라도": None,
    })
    | _words("filler", {"꼭 늦어도 남은 대략 약": None})
)  # fmt: skip
LONGEST_WORD: Final = max(map(len, WORDS))

COUNTERS: Final = MappingProxyType({
    "시간": "hour", "시": "clock", "분": "minute", "일": "day", "주": "week", "주일": "week", "주간": "week",
    "개월": "month", "달": "month", "년": "year", "월": "month_number", "박": "night", "밤": "night", "번째": "ordinal",
    "영업일": "business_day", "일날": "day", "날": "day_count",
})  # fmt: skip
"""What follows a number. The longest wins."""

COUNTED_UNITS: Final[MappingProxyType[str, Unit]] = MappingProxyType({
    "시간": "hour", "분": "minute", "일": "day", "주": "week", "주일": "week", "주간": "week", "개월": "month",
    "달": "month", "년": "year", "영업일": "business_day",
})  # fmt: skip
"""The counters that count time."""

SINO_DIGITS: Final = MappingProxyType({
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9,
})  # fmt: skip
SINO_SCALES: Final = MappingProxyType({"십": 10, "백": 100, "천": 1000})
NATIVE_TENS: Final = MappingProxyType({
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
})  # fmt: skip
NATIVE_UNITS: Final = MappingProxyType({
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
})  # fmt: skip
VAGUE: Final = MappingProxyType(
    {"두어": 2, "몇": None, "서너": None, "한두": None, "두세": None, "너댓": None, "여러": None}
)

SHORT_WEEKDAYS: Final = "월화수목금토일"
NOT_DAY_SETS: Final = frozenset({"금일", "수일", "월일", "토목"})
"""Words that only look like a list of weekdays."""

OPEN_TAILS: Final = (
    "이나", "나", "이랑", "랑", "하고", "과", "와", "이고", "이면", "면", "라도", "이라도", "이며", "인데", "입니다",
    "이에요", "예요", "이거나", "거나", "든", "이든", "아니면", "또는", "부탁", "필요", "이고요", "에서", "요", "짜리",
    "예약", "한정", "이어야", "여야",
)  # fmt: skip
"""What may follow a time phrase in the same run of Hangul without being part of it."""

_AS_ONE: Final = (
    r"(?:연속(?:으로|해서|적으로|해|이|일)?|이어서|이어져서|이어|연이어|연달아|쭉|내리|붙여서|붙어 ?있|붙어|몰아서"
    r"|통으로|통째로|한 ?번에(?: 다| 모두| 쭉)?|한꺼번에|끊김 ?없이|끊기지 ?않고|계속)"
)
_IS_FINE: Final = (
    r"(?:되고요?|됩니다|돼요|되요|됨|된다|괜찮[가-힣]*|좋[가-힣]*|상관 ?없[가-힣]*|무방[가-힣]*|ok|오케이)"
)
NOT_AS_ONE: Final = (
    rf"(?:꼭 |굳이 )?{_AS_ONE} ?(?:꼭 |굳이 )?(?:안|못) ?[가-힣]{{1,6}}도 ?{_IS_FINE}"
    rf"|(?:꼭 |굳이 |반드시 )?{_AS_ONE}[가-힣]{{0,3}}지는? ?않아도 ?{_IS_FINE}"
    rf"|(?:꼭 |굳이 |반드시 )?{_AS_ONE}(?:일|할| 돌릴| 쓸| 사용할|으로 돌릴|으로 쓸) ?필요(?:는|가|까지는)? ?없[가-힣]*"
    r"|(?:(?:여러 ?(?:번|차례|회)(?:에)? ?(?:걸쳐서?|나눠서?|나누어서?|쪼개서?|끊어서?)|(?:나눠|나누어|쪼개|끊어)서?"
    r"|토막토막|조각조각|띄엄띄엄|드문드문|따로따로)(?: ?(?:써|사용해|돌려|진행해|해|이용해|쓰셔|쓰게 ?해"
    r"|(?:배정|할당|예약|가동|배치)(?:해 ?주셔|해|하셔)|잡아(?: ?주셔)?|주셔|잡으셔))?"
    rf"|(?:중간에 ?)?(?:끊겨|나뉘어 ?있어|분산돼|분산되어|흩어져|분산해|분할 ?사용해))도 ?{_IS_FINE}"
    r"|[비불]연속(?:으로|적으로)?(?: ?(?:써|사용해|돌려|진행해|해|이용해|이어))?(?:이?라도|도)?"
    rf" ?(?:가능|허용|{_IS_FINE})[가-힣]*"
    rf"|분할 ?(?:사용|이용|가동|실행)(?:도|은|을|이)? ?(?:가능|허용|{_IS_FINE})[가-힣]*"
    rf"|(?:떨어져 ?있어도|나뉘어도|나뉘어져도|나눠져도|쪼개져도|끊어져도|흩어져도|조각나도) ?{_IS_FINE}"
)
"""Said of hours that need not be one unbroken run: 이어서 안 돌려도 됨, 연속일 필요 없음, 나뉘어도 괜찮아요."""
