"""The words of time, English and Korean, as data."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from nlp.resolve.when.types import Flex, Part, Unit


def word_list(text: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(text.split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split("/") if phrase)


PART_HOURS: Final = MappingProxyType({
    Part.DAWN: (0, 6),
    Part.MORNING: (6, 12),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (18, 22),
    Part.NIGHT: (20, 30),
})  # fmt: skip
"""Hours after the midnight that begins the named day; 30 = 06:00 of the next."""

BUSINESS_HOURS: Final = (9, 17)


def _aliases(table: dict[int, str]) -> MappingProxyType[str, int]:
    return MappingProxyType({word: value for value, words in table.items() for word in words.split()})


WEEKDAYS: Final = _aliases({
    0: "monday mon", 1: "tuesday tue tues", 2: "wednesday wed weds", 3: "thursday thu thur thurs", 4: "friday fri",
    5: "saturday sat", 6: "sunday sun",
})  # fmt: skip
MONTHS: Final = _aliases({
    1: "january jan", 2: "february feb", 3: "march mar", 4: "april apr", 5: "may", 6: "june jun", 7: "july jul",
    8: "august aug", 9: "september sep sept", 10: "october oct", 11: "november nov", 12: "december dec",
})  # fmt: skip
PARTS: Final = MappingProxyType({
    **dict.fromkeys(["morning", "mornin", "morn", "am-time"], Part.MORNING),
    **dict.fromkeys(["afternoon", "aft", "arvo"], Part.AFTERNOON),
    **dict.fromkeys(["evening", "eve", "evenin"], Part.EVENING),
    **dict.fromkeys(["night", "nite", "overnight", "nighttime"], Part.NIGHT),
})  # fmt: skip
RELATIVE_DAYS: Final = _aliases({
    0: "today tdy 2day", 1: "tomorrow tomorrows tmrw tmr tmw tmrrw tomoz tomo 2moro 2morrow morrow", -1: "yesterday",
})  # fmt: skip
TONIGHT: Final = frozenset(word_list("tonight tonite 2nite 2night tonigt"))

UNITS: Final[MappingProxyType[str, Unit]] = MappingProxyType({
    **dict.fromkeys(["minute", "minutes", "min", "mins"], "minute"),
    **dict.fromkeys(word_list("hour hours hr hrs h hour's hours'"), "hour"),
    **dict.fromkeys(word_list("day days d day's days'"), "day"),
    **dict.fromkeys(word_list("week weeks wk wks w week's weeks'"), "week"),
    **dict.fromkeys(word_list("month months mo mos month's months'"), "month"),
    **dict.fromkeys(["year", "years", "yr", "yrs"], "year"),
})  # fmt: skip

CARDINALS: Final = _aliases({
    **dict(enumerate(
        word_list(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ), start=1,
    )),
})  # fmt: skip
TENS: Final = MappingProxyType({
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
})  # fmt: skip
ORDINALS: Final = MappingProxyType(
    {
        word: value
        for value, word in enumerate(
            word_list(
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
                "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            ),
            start=1,
        )
    }
    | {"thirtieth": 30}
)

ZONES: Final = MappingProxyType({
    **dict.fromkeys(["pt", "pst", "pdt"], "America/Los_Angeles"),
    **dict.fromkeys(["mt", "mst", "mdt"], "America/Denver"),
    **dict.fromkeys(["ct", "cst", "cdt"], "America/Chicago"),
    **dict.fromkeys(["et", "est", "edt"], "America/New_York"),
    **dict.fromkeys(["utc", "gmt", "zulu"], "UTC"),
    "bst": "Europe/London",
    **dict.fromkeys(["cet", "cest"], "Europe/Paris"),
    **dict.fromkeys(["eet", "eest"], "Europe/Helsinki"),
    "kst": "Asia/Seoul",
    "jst": "Asia/Tokyo",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
})  # fmt: skip
ZONE_PHRASES: Final = MappingProxyType({
    ("pacific",): "America/Los_Angeles",
    ("mountain",): "America/Denver",
    ("central",): "America/Chicago",
    ("eastern",): "America/New_York",
    ("new", "york"): "America/New_York",
    ("london",): "Europe/London",
    ("uk",): "Europe/London",
    ("seoul",): "Asia/Seoul",
    ("korea",): "Asia/Seoul",
    ("korean",): "Asia/Seoul",
    ("tokyo",): "Asia/Tokyo",
    ("berlin",): "Europe/Berlin",
    ("paris",): "Europe/Paris",
    ("singapore",): "Asia/Singapore",
    ("west", "coast"): "America/Los_Angeles",
    ("us", "pacific"): "America/Los_Angeles",
    ("california",): "America/Los_Angeles",
    ("la",): "America/Los_Angeles",
    ("los", "angeles"): "America/Los_Angeles",
    ("seattle",): "America/Los_Angeles",
    ("san", "francisco"): "America/Los_Angeles",
    ("sf",): "America/Los_Angeles",
    ("bay", "area"): "America/Los_Angeles",
    ("oregon",): "America/Los_Angeles",
    ("portland",): "America/Los_Angeles",
    ("vegas",): "America/Los_Angeles",
    ("silicon", "valley"): "America/Los_Angeles",
    ("vancouver",): "America/Los_Angeles",
    ("denver",): "America/Denver",
    ("us", "mountain"): "America/Denver",
    ("colorado",): "America/Denver",
    ("chicago",): "America/Chicago",
    ("us", "central"): "America/Chicago",
    ("dallas",): "America/Chicago",
    ("texas",): "America/Chicago",
    ("houston",): "America/Chicago",
    ("austin",): "America/Chicago",
    ("iowa",): "America/Chicago",
    ("us", "eastern"): "America/New_York",
    ("east", "coast"): "America/New_York",
    ("nyc",): "America/New_York",
    ("ny",): "America/New_York",
    ("boston",): "America/New_York",
    ("washington",): "America/New_York",
    ("miami",): "America/New_York",
    ("atlanta",): "America/New_York",
    ("virginia",): "America/New_York",
    ("ohio",): "America/New_York",
    ("toronto",): "America/New_York",
    ("montreal",): "America/New_York",
    ("sao", "paulo"): "America/Sao_Paulo",
    ("brazil",): "America/Sao_Paulo",
    ("brasilia",): "America/Sao_Paulo",
    ("british",): "Europe/London",
    ("england",): "Europe/London",
    ("edinburgh",): "Europe/London",
    ("dublin",): "Europe/Dublin",
    ("ireland",): "Europe/Dublin",
    ("irish",): "Europe/Dublin",
    ("german",): "Europe/Berlin",
    ("germany",): "Europe/Berlin",
    ("frankfurt",): "Europe/Berlin",
    ("munich",): "Europe/Berlin",
    ("hamburg",): "Europe/Berlin",
    ("french",): "Europe/Paris",
    ("france",): "Europe/Paris",
    ("amsterdam",): "Europe/Amsterdam",
    ("dutch",): "Europe/Amsterdam",
    ("netherlands",): "Europe/Amsterdam",
    ("zurich",): "Europe/Zurich",
    ("swiss",): "Europe/Zurich",
    ("geneva",): "Europe/Zurich",
    ("stockholm",): "Europe/Stockholm",
    ("sweden",): "Europe/Stockholm",
    ("swedish",): "Europe/Stockholm",
    ("oslo",): "Europe/Oslo",
    ("norway",): "Europe/Oslo",
    ("helsinki",): "Europe/Helsinki",
    ("finland",): "Europe/Helsinki",
    ("finnish",): "Europe/Helsinki",
    ("madrid",): "Europe/Madrid",
    ("spain",): "Europe/Madrid",
    ("spanish",): "Europe/Madrid",
    ("rome",): "Europe/Rome",
    ("milan",): "Europe/Rome",
    ("italian",): "Europe/Rome",
    ("lisbon",): "Europe/Lisbon",
    ("warsaw",): "Europe/Warsaw",
    ("polish",): "Europe/Warsaw",
    ("iceland",): "Atlantic/Reykjavik",
    ("reykjavik",): "Atlantic/Reykjavik",
    ("mumbai",): "Asia/Kolkata",
    ("india",): "Asia/Kolkata",
    ("indian",): "Asia/Kolkata",
    ("delhi",): "Asia/Kolkata",
    ("bangalore",): "Asia/Kolkata",
    ("beijing",): "Asia/Shanghai",
    ("shanghai",): "Asia/Shanghai",
    ("china",): "Asia/Shanghai",
    ("hong", "kong"): "Asia/Hong_Kong",
    ("taipei",): "Asia/Taipei",
    ("japan",): "Asia/Tokyo",
    ("osaka",): "Asia/Tokyo",
    ("dubai",): "Asia/Dubai",
    ("abu", "dhabi"): "Asia/Dubai",
    ("uae",): "Asia/Dubai",
    ("gulf",): "Asia/Dubai",
    ("sydney",): "Australia/Sydney",
    ("melbourne",): "Australia/Sydney",
})  # fmt: skip
"""Said before "time": "9am Seoul time"."""

HOLIDAYS: Final = MappingProxyType({
    ("new", "year's", "day"): "new_year",
    ("new", "years", "day"): "new_year",
    ("new", "year's", "eve"): "new_year_eve",
    ("new", "years", "eve"): "new_year_eve",
    ("christmas", "eve"): "christmas_eve",
    ("christmas", "day"): "christmas",
    ("christmas",): "christmas",
    ("xmas",): "christmas",
    ("boxing", "day"): "boxing_day",
    ("halloween",): "halloween",
    ("thanksgiving",): "thanksgiving",
    ("thanksgiving", "day"): "thanksgiving",
    ("black", "friday"): "black_friday",
    ("cyber", "monday"): "cyber_monday",
    ("labor", "day"): "labor_day",
    ("memorial", "day"): "memorial_day",
    ("independence", "day"): "independence_day",
    ("juneteenth",): "juneteenth",
    ("freedom", "day"): "juneteenth",
    ("valentine's", "day"): "valentine",
    ("valentines", "day"): "valentine",
})  # fmt: skip
HOLIDAY_DATES: Final = MappingProxyType({
    "new_year": (1, 1), "new_year_eve": (12, 31), "christmas_eve": (12, 24), "christmas": (12, 25),
    "boxing_day": (12, 26), "halloween": (10, 31), "independence_day": (7, 4), "juneteenth": (6, 19),
    "valentine": (2, 14), "samil": (3, 1), "children": (5, 5), "hyeonchung": (6, 6), "gwangbok": (8, 15),
    "gaecheon": (10, 3), "hangeul": (10, 9),
})  # fmt: skip
HOLIDAY_WEEKDAYS: Final = MappingProxyType({
    "thanksgiving": (11, 4, 3), "labor_day": (9, 1, 0), "memorial_day": (5, -1, 0),
})  # fmt: skip
"""Month, which of its weekdays (-1 the last), weekday."""

_ANY_TIME: Final = _phrases(
    "any time/anytime/at any time/at any hour/any hour/sometime/some time/whenever/at some point/"
    "somewhere/any time at all/some point"
)
_STRAIGHT: Final = _phrases(
    "straight/straight through/continuous/continuously/contiguous/contiguously/consecutive/consecutively/"
    "back to back/back - to - back/in one go/in one run/in one block/in one piece/in a row/uninterrupted/"
    "without a break/without breaks/without interruption/unbroken/in a single run/in a single block/"
    "nonstop/non - stop/non stop/solid/on the trot/one unbroken run/an unbroken run/one continuous block/"
    "one unbroken stretch/an unbroken stretch/one continuous stretch/a continuous stretch/a single stretch/"
    "a continuous block/a single block/one block/a block/one stretch/one session/one piece/one go"
)
_SPREAD: Final = _phrases(
    "spread/spread over/spread across/spread out/spread out over/spread throughout/split over/"
    "split across/scattered over/scattered across/distributed over/noncontiguous/non - contiguous/"
    "non contiguous/in any hours/any hours/in pieces/in chunks/in bits/piecemeal/in any pattern/"
    "need not be contiguous/with breaks/with gaps/gaps are fine/gaps are ok/gaps ok/breaks are fine/"
    "can be split/may be split/can be split up/can be spread/can be spread out/in whatever hours/"
    "whichever hours/"
)
FLEX_PHRASES: Final[MappingProxyType[tuple[str, ...], Flex]] = MappingProxyType(
    dict.fromkeys(_ANY_TIME, Flex.ANY_TIME)
    | dict.fromkeys(_STRAIGHT, Flex.STRAIGHT)
    | dict.fromkeys(_SPREAD, Flex.SPREAD)
)
NEGATED_STRAIGHT: Final = _phrases(
    "not necessarily/not/no need to be/no need for them to be/no need for these to be/no need for that to be/"
    "no need for the hours to be/doesn't matter whether it's/need not run/"
    "no need to run it/no need to run/no need for it to be/needn't be/"
    "need not be/need not run/doesn't need to be/doesnt need to be/does not need to be/doesn't have to be/"
    "doesnt have to be/does not have to be/don't need to be/dont need to be/do not need to be/"
    "don't have to be/dont have to be/do not have to be/don't need it/dont need it/no need to do it/"
    "needn't run/doesn't need to run/doesn't have to run/do not have to run/don't have to run/"
    "no need to have it/no need to have them/not required to be/it needn't be/it doesn't have to be/"
    "it doesn't need to be/it does not have to be/they don't have to be/they needn't be/"
    "doesn't matter if it's not"
)
"""Before a word for straight: the opposite."""

FUZZY_WORDS: Final = tuple(sorted(
    {word for word in (*WEEKDAYS, *MONTHS) if len(word) >= 6}
    | {f"{word}s" for word in WEEKDAYS if word.endswith("day")}
    | {
        "tomorrow", "tonight", "morning", "afternoon", "evening", "night", "overnight", "weekend", "weekends",
        "weekday", "weekdays", "weeknight", "weeknights", "midnight", "hours", "weeks", "month", "months",
        "nights", "starting", "immediately", "mornings", "evenings", "afternoons",
    }
))  # fmt: skip
"""Words that a small edit distance may reach."""
NOT_TYPOS: Final = frozenset(
    word_list(
        "house houses hoes hurts hurt mouth mouths moth moths starring staring storing stating staging "
        "eight light might right fight tight sight weight insight nigh nights nightly weekly weakened "
        "weaken weekend evening even events event evenings meaning marketing match march marching warning "
        "moaning mourning overnights freight fright knight monthly monday's hour's our ours hers sundry "
        "today's stunning string stringent moving money monkey mondays noon weeds needs seeks wees weeks' "
        "hosts host horses holes homes hopes hour"
    )
)
ALIASES: Final = MappingProxyType({
    "nxt": "next", "thru": "through", "til": "until", "till": "until", "'til": "until", "evry": "every",
    "evrey": "every", "everry": "every", "eevry": "every", "wknd": "weekend",
    "week-end": "weekend", "week-ends": "weekends", "wkend": "weekend", "wkends": "weekends",
    "wkday": "weekday", "wkdays": "weekdays", "wknight": "weeknight", "frm": "from", "btwn": "between", "b4": "before",
    "befor": "before", "begining": "beginning", "untill": "until", "nites": "nights", "nite": "night",
    "weekdyas": "weekdays", "rigth": "right", "immediatly": "immediately", "strating": "starting", "thsi": "this",
    "tihs": "this", "nextt": "next", "hrous": "hours", "huors": "hours", "huor": "hour", "teh": "the",
    "wk": "week", "wks": "weeks", "mth": "month", "mths": "months", "wkly": "weekly", "nihgt": "night", "nigt": "night",
})  # fmt: skip
