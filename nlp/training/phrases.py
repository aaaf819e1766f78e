"""The words that synthetic requests are put together from, in two voices.

`TRAINING` is what the model learns from. `HELD_OUT` says the same kinds of things in words and shapes of its own and is
only ever used to measure. Patterns name their slots in braces; a slot in capitals is filled with a whole part.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Voice:
    """One language's phrases in one voice.

    `lots` put a {q} count and a {g} product together, `links` a {FIRST} and a {THEN}; `befores` and `behinds` set {X}
    apart from a list; `choices` are (pattern with {LIST}, low, high), high 0 being the list's length and low -1 all.
    """

    greetings: tuple[str, ...]
    farewells: tuple[str, ...]
    lots: tuple[str, ...]
    counts: tuple[str, ...]
    products: tuple[str, ...]
    times: tuple[str, ...]
    prices: tuple[str, ...]
    totals: tuple[str, ...]
    places: tuple[str, ...]
    attributes: tuple[str, ...]
    ors: tuple[str, ...]
    eithers: tuple[tuple[str, str], ...]
    ands: tuple[str, ...]
    lists: tuple[str, ...]
    links: tuple[str, ...]
    choices: tuple[tuple[str, int, int], ...]
    corrections: tuple[str, ...]
    befores: tuple[str, ...]
    behinds: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    asides: tuple[str, ...]


_COUNTS = ("8", "16", "4", "32", "12", "24", "64", "48")
_PRODUCTS = ("H100s", "A100s", "H200s", "B200s", "L40S", "RTX 4090s", "MI300X", "B300s", "H100", "A100")
_DAYS_KO = ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "내일", "모레")

ENGLISH = Voice(
    greetings=(
        "",
        "",
        "",
        "need ",
        "Can we get ",
        "please book ",
        "Hi, ",
        "looking for ",
        "I want ",
        "We need ",
        "get me ",
        "Hello team, we would like ",
        "Could you reserve ",
        "Morning! ",
    ),
    farewells=("", "", "", " please", " thanks", ". Thanks!", ", cheers"),
    lots=("{q} {g}", "{q} {g}", "{q} x {g}", "{q}x {g}", "{g} x{q}"),
    counts=(*_COUNTS, "2 nodes of", "a dozen", "eight", "up to 16", "two nodes of"),
    products=_PRODUCTS,
    times=(
        "Tuesday night",
        "tomorrow",
        "Friday",
        "Wednesday 9-5",
        "tonight",
        "next Monday",
        "Thursday afternoon",
        "on Saturday",
        "this weekend",
        "Monday morning",
        "next week",
        "Sunday evening",
        "from 8pm to 2am tomorrow",
        "Friday 10pm-6am",
        "for 6 hours Tuesday night",
        "all day Thursday",
        "on Dec 3",
    ),
    prices=(
        "at $2.50",
        "at $3/hr",
        "max $4 per GPU-hour",
        "under $2.80 an hour",
        "@ $2.20",
        "$3.10/GPU-hr tops",
        "for at most $5 per GPU-hour",
        "up to $2 an hour each",
    ),
    totals=("$900 total", "max 2k total", "budget $5k", "$3,000 all in", "NTE $1,200", "no more than $2,500 in total"),
    places=("in Oregon", "in us-east", "in Frankfurt", "in Tokyo", "in Virginia", "in Dublin"),
    attributes=("three nines", "99.9% uptime", "interruptible", "with InfiniBand", "SOC2", "spot is fine"),
    ors=(
        ", or maybe ",
        ", if they have none, ",
        ", could also live with ",
        "; backup: ",
        " versus ",
        ", and if not ",
        ", or, should that fail, ",
        " or ",
        ", or ",
        " or else ",
        ", otherwise ",
        "; failing that, ",
        ", alternatively ",
        ", if not, ",
        ". Or ",
        ", else ",
        ", if that is gone, ",
        ", worst case ",
        ", as a fallback ",
        ", as plan b ",
        " (or ",
        ", second best ",
    ),
    eithers=(("either ", " or "), ("either ", ", or "), ("Either ", " or else ")),
    ands=(
        ", besides ",
        ", and one more thing: ",
        ", next to that ",
        "; besides that, ",
        ", additionally ",
        " and ",
        ", and ",
        " plus ",
        " as well as ",
        " along with ",
        ", also ",
        " & ",
        ", together with ",
        " with ",
        ", on top of that ",
        ", add ",
        ", then also ",
        " and also ",
    ),
    lists=(", ", "\n", "; ", " / ", ". "),
    links=(
        "{THEN} only if {FIRST}",
        "{THEN}, but only if we get {FIRST}",
        "no {THEN} without {FIRST}",
        "{FIRST}; {THEN} only if that fills",
        "{FIRST}, and {THEN} only if the first fills",
        "if {FIRST} is filled, {THEN}",
        "{FIRST}. If that fills, {THEN} too",
    ),
    choices=(
        ("any two of {LIST}", 2, 2),
        ("two of {LIST}", 2, 2),
        ("any one of {LIST}", 1, 1),
        ("one of {LIST}", 1, 1),
        ("at least two of {LIST}", 2, 0),
        ("up to two of {LIST}", 1, 2),
        ("all of {LIST}", -1, 0),
    ),
    corrections=(
        " - correction, ",
        ", or rather ",
        ", my mistake, ",
        ", I mean ",
        ", sorry, ",
        " - no wait, ",
        "... make that ",
        ", scratch that, ",
        ", no, ",
        " er, ",
        ", correction: ",
    ),
    befores=("{X}: ", "{X}, ", "For {X}: ", "{X} - "),
    behinds=(
        "; {X}",
        ", {X} for all of it",
        ", {X} either way",
        ", {X}",
        ", all {X}",
        ", both {X}",
        " - {X}",
        ", {X} for everything",
        ". {X}",
    ),
    labels=(
        ("Option A: ", "Option B: ", "Option C: "),
        ("1) ", "2) ", "3) "),
        ("- ", "- ", "- "),
        ("Plan A: ", "Plan B: ", "Plan C: "),
        ("(a) ", "(b) ", "(c) "),
    ),
    asides=(
        " because reasons",
        " (customer request)",
        " to finish the sweep",
        " for the 70B finetune",
        " for our eval run",
        " (the usual team)",
        " for training",
        " for the demo",
    ),
)

KOREAN = Voice(
    greetings=("", "", "", "안녕하세요, ", "혹시 ", "저희 ", "급하게 "),
    farewells=("", " 부탁드려요", " 필요합니다", " 주세요", " 예약해 주세요", " 구해요", "요", " 부탁합니다"),
    lots=("{g} {q}장", "{g} {q}개", "{g} {q}대", "{g} {q}장"),
    counts=("8", "16", "4", "32", "12", "여덟 ", "열여섯 ", "24"),
    products=("H100", "A100", "H200", "B200", "L40S", "RTX 4090", "MI300X", "B300"),
    times=(
        *(f"{day} 밤" for day in _DAYS_KO),
        "내일 오전",
        "이번 주말",
        "다음 주 월요일",
        "금요일 오후",
        "오늘 밤",
        "내일 오후 2시부터 6시까지",
        "목요일 하루 종일",
        "화요일 밤 4시간",
    ),
    prices=("시간당 2.5달러", "시간당 3달러 이하로", "2.8불 이하로", "GPU당 시간당 3불", "시간당 2달러 50센트까지"),
    totals=("총 900달러", "예산 5천 달러", "총 3천불까지", "다 합쳐서 2000달러"),
    places=("도쿄에서", "서울에서", "프랑크푸르트에서", "오리건에서"),
    attributes=("가동률 99.9%", "인터럽트 가능", "인피니밴드로"),
    ors=(
        ", 그것도 없으면 ",
        " 아님 ",
        ", 못 구하면 ",
        ", 차라리 ",
        " 아니면 ",
        ", 아니면 ",
        ", 없으면 ",
        " 또는 ",
        ", 안되면 ",
        ", 그게 어려우면 ",
        ", 정 없으면 ",
        " 혹은 ",
    ),
    eithers=(("", " 아니면 "), ("", " 또는 ")),
    ands=(
        ", 또한 ",
        " 플러스 ",
        ", 덤으로 ",
        "랑 ",
        "하고 ",
        " 그리고 ",
        ", 그리고 ",
        "과 ",
        " 및 ",
        ", 거기에 ",
        ", 추가로 ",
        "에 더해 ",
    ),
    lists=(", ", "\n", " / ", ". "),
    links=(
        "{FIRST}, 체결되면 {THEN}도",
        "{FIRST} 확보되면 그때만 {THEN}",
        "{FIRST} 체결되면 {THEN}도",
        "{FIRST} 되면 {THEN}도",
        "{FIRST}, 이게 되면 {THEN}도",
        "{THEN}은 {FIRST} 되는 경우에만",
    ),
    choices=(
        ("{LIST} 중 2개", 2, 2),
        ("{LIST} 중 하나", 1, 1),
        ("{LIST} 중 두 개", 2, 2),
        ("{LIST} 모두", -1, 0),
        ("{LIST} 중 최소 두 개", 2, 0),
    ),
    corrections=(", 아니 ", " 아니다 ", ", 아 아니 ", ", 정정 ", "... 아니 "),
    befores=("{X}: ", "{X}, ", "{X} - "),
    behinds=(", {X}", ", 모두 {X}", ", 둘 다 {X}", ". {X}", " {X}"),
    labels=(("1안: ", "2안: ", "3안: "), ("1) ", "2) ", "3) "), ("- ", "- ", "- ")),
    asides=(" 학습용으로", " 테스트용", " 파인튜닝하려고"),
)

HELD_OUT_ENGLISH = Voice(
    greetings=("", "", "We'd love to pick up ", "Desk: bid for ", "Put me down for ", "Trying to source ", "hey all, "),
    farewells=("", "", ". Much appreciated.", " if possible please book", " thx", "!"),
    lots=("{q} {g}", "{q} of the {g}", "{q} {g} cards", "{q} pcs {g}", "{g}, {q} of them"),
    counts=("20", "40", "6", "10", "three nodes of", "128", "a node of", "two dozen", "96"),
    products=("GH200s", "MI325X", "L4s", "A100s", "H200s", "B200s", "H100s", "RTX 5090s", "GB200s"),
    times=(
        "Wed night",
        "over the weekend",
        "tmrw afternoon",
        "Thu 1pm-7pm",
        "Monday evening",
        "all of Friday",
        "Saturday morning",
        "on the 9th of December",
        "between 6pm and midnight on Thursday",
        "for 12 hours from 10pm tonight",
    ),
    prices=(
        "paying up to $3.40 per GPU-hour",
        "capped at 2.75/hr",
        "limit $1.90",
        "not above $4.10 an hour",
        "with a $2.95/GPU-hour ceiling",
    ),
    totals=("total spend capped at $4,000", "$750 max for the lot", "overall budget 6k", "all-in under $10k"),
    places=("out of Ohio", "in Paris", "in us-west", "in Singapore", "in London"),
    attributes=("four nines", "preemptible ok", "on InfiniBand", "HIPAA", "99.99% uptime"),
    ors=(
        ", or failing that ",
        ", or instead ",
        " - or ",
        "; or, if unavailable, ",
        ", or as backup ",
        "; if you can't, ",
        ", plan C would be ",
        ". Should that not work out, ",
        " / or ",
        ", my second choice is ",
    ),
    eithers=(("either ", ", or else "), ("Either ", " - or ")),
    ands=(
        "; and ",
        " plus another ",
        ", in addition ",
        " alongside ",
        ", as well as ",
        ", coupled with ",
        " + ",
        ", and on the side ",
    ),
    lists=("; ", "\n", ", ", " | "),
    links=(
        "{FIRST}, and provided that clears also {THEN}",
        "{THEN} only when {FIRST} fills",
        "{THEN} if and only if {FIRST}",
        "{FIRST} first; {THEN} only if it fills",
    ),
    choices=(
        ("pick two of {LIST}", 2, 2),
        ("any 2 of the following: {LIST}", 2, 2),
        ("exactly one of {LIST}", 1, 1),
        ("no more than two of {LIST}", 1, 2),
    ),
    corrections=(" oops, ", ", actually ", " wait, ", ", no sorry, "),
    befores=("{X} => ", "So, {X}, ", "{X}; "),
    behinds=("; {X}", ", {X} across the board", ", each {X}", ", everything {X}", ". {X} in all cases"),
    labels=(("A) ", "B) ", "C) "), ("Alternative 1: ", "Alternative 2: ", "Alternative 3: "), ("* ", "* ", "* ")),
    asides=(" to rerun the ablations", " for a customer pilot", " because the cluster is down"),
)

HELD_OUT_KOREAN = Voice(
    greetings=("", "담당자님, ", "문의드립니다. ", "이번에 "),
    farewells=("", " 잡아 주세요", " 원합니다", " 확보 부탁드립니다"),
    lots=("{g} {q}장", "{g} GPU {q}장", "{g} {q}장짜리"),
    counts=("20", "10", "6", "스무 ", "열두 ", "40"),
    products=("GH200", "L4", "A100", "H200", "B200", "H100"),
    times=("수욜 밤", "다음 주 금요일", "내일 저녁", "토요일 오전", "12월 9일", "월요일 오후 1시부터 7시까지"),
    prices=("시간당 3.4달러까지", "장당 시간당 2.7불 이하", "시간당 최대 4달러"),
    totals=("총액 4천 달러 이내", "예산 6천불"),
    places=("런던에서", "싱가포르에서", "파리에서"),
    attributes=("가동률 99.99%", "선점 가능"),
    ors=(", 그것도 안 되면 ", ", 차선으로 ", " 아니라면 ", ", 불가하면 "),
    eithers=(("", ", 아니면 "),),
    ands=(", 아울러 ", "와 함께 ", "이랑 ", ", 그리고 또 "),
    lists=("; ", "\n", ", "),
    links=("{FIRST}, 그게 체결될 때만 {THEN}도", "{FIRST} 체결 시 {THEN}도"),
    choices=(("{LIST} 가운데 두 개", 2, 2), ("{LIST} 중에서 하나만", 1, 1)),
    corrections=(", 앗 아니 ", " 아니아니 "),
    befores=("{X}에는 ", "{X}: "),
    behinds=(", 전부 {X}", "; {X}", ", 다 {X}"),
    labels=(("A안: ", "B안: ", "C안: "), ("① ", "② ", "③ ")),
    asides=(" 실험용으로", " 고객사 데모용"),
)

TRAINING = (ENGLISH, KOREAN)
HELD_OUT = (HELD_OUT_ENGLISH, HELD_OUT_KOREAN)
