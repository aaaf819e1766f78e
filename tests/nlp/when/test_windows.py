"""One line for each convention of time. Said on Wednesday 11 March 2026 at 10:00 in New York unless noted."""

from __future__ import annotations

import pytest

from tests.nlp.when.support import BERLIN, SEOUL, unread, windows

ROWS = [
    # parts of the day
    ("tomorrow morning", "03-12 06:00/03-12 12:00"),
    ("tomorrow afternoon", "03-12 12:00/03-12 18:00"),
    ("Friday evening", "03-13 18:00/03-13 22:00"),
    ("Tuesday night", "03-17 20:00/03-18 06:00"),
    ("overnight on Saturday", "03-14 20:00/03-15 06:00"),
    ("tonight", "03-11 20:00/03-12 06:00"),
    ("Thursday, business hours", "03-12 09:00/03-12 17:00"),
    ("tomorrow 9-5", "03-12 09:00/03-12 17:00"),
    # days
    ("Friday", "03-13 00:00/03-14 00:00"),
    ("Nov 27", "11-27 00:00/11-28 00:00"),
    ("tomorrow", "03-12 00:00/03-13 00:00"),
    ("this Tuesday", "03-17 00:00/03-18 00:00"),
    ("next Tuesday", "03-17 00:00/03-18 00:00"),
    ("next Friday", "03-20 00:00/03-21 00:00"),
    ("day after tomorrow", "03-13 00:00/03-14 00:00"),
    ("all day Thursday", "03-12 00:00/03-13 00:00"),
    # zones at either end, glued or not
    ("from 2026-03-20T10:00Z to 2026-03-20T12:00Z", "03-20 06:00/03-20 08:00"),
    ("from 9am PT to 5pm PT Monday", "03-16 12:00/03-16 20:00"),
    ("Monday 9am PT to 5pm PT", "03-16 12:00/03-16 20:00"),
    # periods
    ("this week", "03-11 10:00/03-16 00:00"),
    ("next week", "03-16 00:00/03-23 00:00"),
    ("the whole of next week", "03-16 00:00/03-23 00:00"),
    ("next month", "04-01 00:00/05-01 00:00"),
    ("this weekend", "03-14 00:00/03-16 00:00"),
    ("next weekend", "03-21 00:00/03-23 00:00"),
    ("first week of April", "04-01 00:00/04-08 00:00"),
    ("for the whole of May", "05-01 00:00/06-01 00:00"),
    ("the week of April 15", "04-13 00:00/04-20 00:00"),
    ("the rest of the week", "03-11 10:00/03-16 00:00"),
    # starts and durations
    ("now for 5 hours", "03-11 10:00/03-11 15:00"),
    ("in 3 hours, for 4 hours", "03-11 13:00/03-11 17:00"),
    ("starting in 5 hours, I'll keep them for 8 hours", "03-11 15:00/03-11 23:00"),
    ("for 12 hours from 10pm", "03-11 22:00/03-12 10:00"),
    ("3 days starting Monday", "03-16 00:00/03-19 00:00"),
    ("for 12 hours from 8pm on Mar 31", "03-31 20:00/04-01 08:00"),
    ("in 2 weeks for 3 days", "03-25 10:00/03-28 10:00"),
    ("next 3 days", "03-11 10:00/03-14 10:00"),
    ("a month starting April 1", "04-01 00:00/05-01 00:00"),
    ("for a week from Monday 8am", "03-16 08:00/03-23 08:00"),
    ("1.5 days starting Friday", "03-13 00:00/03-14 12:00"),
    ("24 hours between now and Friday", "03-11 10:00/03-14 00:00 24h"),
    ("6 hours tonight after 10pm", "03-11 22:00/03-12 06:00 6h"),
    ("Start Apr 7 08:00, end Apr 8 20:00: ", "04-07 08:00/04-08 20:00"),
    ("from: Apr 7 08:00 to: Apr 8 20:00", "04-07 08:00/04-08 20:00"),
    ("4 hours after 6pm tomorrow", "03-12 18:00/03-13 00:00 4h"),
    ("not before 6pm tomorrow, 4 hours", "03-12 18:00/03-13 00:00 4h"),
    ("a fortnight starting Monday", "03-16 00:00/03-30 00:00"),
    ("2026-03-20T14:00 to 2026-03-20T18:00", "03-20 14:00/03-20 18:00"),
    ("the last two days of March", "03-30 00:00/04-01 00:00"),
    ("first half of April", "04-01 00:00/04-16 00:00"),
    # a duration inside a window
    ("4 hours Tuesday night", "03-17 20:00/03-18 06:00 4h"),
    ("any time next week, 72h straight", "03-16 00:00/03-23 00:00 72h"),
    ("40 hours spread over next week", "03-16 00:00/03-23 00:00 40h spread"),
    ("40 hours next week, not necessarily contiguous", "03-16 00:00/03-23 00:00 40h spread"),
    ("24 hours on Friday", "03-13 00:00/03-14 00:00"),
    ("a couple of hours tomorrow morning", "03-12 06:00/03-12 12:00 2h"),
    ("6 hours between Monday and Wednesday", "03-16 00:00/03-19 00:00 6h"),
    # ends
    ("until Friday", "03-11 10:00/03-14 00:00"),
    ("through Friday", "03-11 10:00/03-14 00:00"),
    ("24 hours by Friday", "03-11 10:00/03-14 00:00 24h"),
    ("24 hours before Thursday", "?contradiction"),
    ("12 hours before Friday", "03-11 10:00/03-13 00:00 12h"),
    ("6 hours by 6pm tomorrow", "03-11 10:00/03-12 18:00 6h"),
    ("by Friday", "?missing_time"),
    ("until 6pm", "03-11 10:00/03-11 18:00"),
    ("20 hours by the end of the month", "03-11 10:00/04-01 00:00 20h"),
    ("from tomorrow 8am until the day after at 8pm", "03-12 08:00/03-13 20:00"),
    ("until EOD Friday", "03-11 10:00/03-14 00:00"),
    # ranges
    ("Monday to Friday", "03-16 00:00/03-21 00:00"),
    ("tomorrow 10pm-6am", "03-12 22:00/03-13 06:00"),
    ("Friday 6pm to Saturday 6am", "03-13 18:00/03-14 06:00"),
    ("Thursday 6pm to midnight", "03-12 18:00/03-13 00:00"),
    ("4/22 to 4/25", "04-22 00:00/04-26 00:00"),
    ("Friday 9am to noon", "03-13 09:00/03-13 12:00"),
    ("Oct 11 between 2 and 4pm", "10-11 14:00/10-11 16:00"),
    ("Start: 2026-04-15 08:00, End: 2026-04-17 20:00", "04-15 08:00/04-17 20:00"),
    # clock hours that are not fixed
    ("Saturday from 7 to 11", "?ambiguous_time"),
    ("Saturday 9am to 5", "03-14 09:00/03-14 17:00"),
    ("Saturday 3 to 7pm", "03-14 15:00/03-14 19:00"),
    ("Saturday 10 to 6am", "03-14 22:00/03-15 06:00"),
    ("Saturday 08:00 to 20:00", "03-14 08:00/03-14 20:00"),
    ("Saturday 7 to 22:00", "03-14 07:00/03-14 22:00"),
    ("Saturday morning 7 to 11", "03-14 07:00/03-14 11:00"),
    ("Tuesday night 1am to 5am", "03-18 01:00/03-18 05:00"),
    ("Tuesday night 10 to 2", "03-17 22:00/03-18 02:00"),
    ("4 hours tomorrow at 7", "?ambiguous_time"),
    # midnight
    ("from midnight Friday to noon Saturday", "?ambiguous_time"),
    ("6 hours from midnight", "03-12 00:00/03-12 06:00"),
    ("6 hours from midnight Tuesday", "?ambiguous_time"),
    ("until midnight Thursday", "?ambiguous_time"),
    ("midnight to 6am", "03-12 00:00/03-12 06:00"),
    # the past, contradictions, what is missing
    ("this morning from 7am to 9am", "?past_time"),
    ("this morning", "03-11 10:00/03-11 12:00"),
    ("Monday, Nov 24", "?contradiction"),
    ("from Apr 10 to Apr 5", "?contradiction"),
    ("Apr 31", "?contradiction"),
    ("Tuesday morning 2pm to 4pm", "?contradiction"),
    ("Friday night until Sunday morning", "?ambiguous_time"),
    ("Mar 1 2026", "?past_time"),
    ("from 9am today for 8 hours", "?past_time"),
    ("any time next week", "?missing_time"),
    ("April to June", "?ambiguous_time"),
    ("09/2026", "?ambiguous_time"),
    ("10-12", "?ambiguous_time"),
    ("2-15", "02-15 00:00/02-16 00:00"),
    ("Tuesday, Nov 24", "11-24 00:00/11-25 00:00"),
    ("30 hours within Saturday", "?contradiction"),
    ("5 days this weekend", "?contradiction"),
    ("9 hours tomorrow morning", "?contradiction"),
    ("for 5 hours", "?missing_time"),
    ("asap", "?missing_time"),
    ("starting Monday", "?missing_time"),
    ("a few hours tomorrow", "?missing_time"),
    # repetition
    ("every night this week",
     ("all: 03-11 20:00/03-12 06:00, 03-12 20:00/03-13 06:00, 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00, "
     "03-15 20:00/03-16 06:00")),
    ("each weeknight next week",
     ("all: 03-16 20:00/03-17 06:00, 03-17 20:00/03-18 06:00, 03-18 20:00/03-19 06:00, 03-19 20:00/03-20 06:00, "
     "03-20 20:00/03-21 06:00")),
    ("weekdays 9-5 this week", "all: 03-12 09:00/03-12 17:00, 03-13 09:00/03-13 17:00"),
    ("every weekend in April",
     "all: 04-04 00:00/04-06 00:00, 04-11 00:00/04-13 00:00, 04-18 00:00/04-20 00:00, 04-25 00:00/04-27 00:00"),
    ("any night Thursday to Saturday",
     "one: 03-12 20:00/03-13 06:00, 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00"),
    ("any 2 nights from Friday to Sunday",
     "(2, 2): 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00, 03-15 20:00/03-16 06:00"),
    ("at least two of the nights Friday to Sunday",
     "(2, 3): 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00, 03-15 20:00/03-16 06:00"),
    ("2 hours every night Friday to Saturday", "all: 03-13 20:00/03-14 06:00 2h, 03-14 20:00/03-15 06:00 2h"),
    ("Friday to Sunday, 9am to 5pm",
     "all: 03-13 09:00/03-13 17:00, 03-14 09:00/03-14 17:00, 03-15 09:00/03-15 17:00"),
    ("10pm-6am, on each of Dec 7, Dec 8 and Dec 9",
     "all: 12-07 22:00/12-08 06:00, 12-08 22:00/12-09 06:00, 12-09 22:00/12-10 06:00"),
    ("every night", "?missing_time"),
    ("the next two weekends", "all: 03-14 00:00/03-16 00:00, 03-21 00:00/03-23 00:00"),
    ("the next 2 nights", "all: 03-11 20:00/03-12 06:00, 03-12 20:00/03-13 06:00"),
    ("every night this week except Friday and Saturday",
     "all: 03-11 20:00/03-12 06:00, 03-12 20:00/03-13 06:00, 03-15 20:00/03-16 06:00"),
    ("Monday, Wednesday and Friday nights next week",
     "all: 03-16 20:00/03-17 06:00, 03-18 20:00/03-19 06:00, 03-20 20:00/03-21 06:00"),
    ("any two of Thu, Fri, Sat nights",
     "(2, 2): 03-12 20:00/03-13 06:00, 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00"),
    ("Apr 7 or 8", "one: 04-07 00:00/04-08 00:00, 04-08 00:00/04-09 00:00"),
    ("2 hours every night for 3 days starting Monday",
     "all: 03-16 20:00/03-17 06:00 2h, 03-17 20:00/03-18 06:00 2h, 03-18 20:00/03-19 06:00 2h"),
    ("weekdays in April 9-5 before April 3", "all: 04-01 09:00/04-01 17:00, 04-02 09:00/04-02 17:00"),
    ("20 March for 2 nights", "all: 03-20 20:00/03-21 06:00, 03-21 20:00/03-22 06:00"),
    ("03/16 8:00 - 03/17 20:00", "03-16 08:00/03-17 20:00"),
    ("16 Mar 2026, 08:00 hrs to 20:00 hrs", "03-16 08:00/03-16 20:00"),
    ("14 & 15 March", "all: 03-14 00:00/03-15 00:00, 03-15 00:00/03-16 00:00"),
    ("14th 7-9pm", "03-14 19:00/03-14 21:00"),
    ("24/7 next week", "03-16 00:00/03-23 00:00"),
    ("this weekend 10am to 4pm", "?ambiguous_time"),
    # zones
    ("Friday 9am to 5pm PT", "03-13 12:00/03-13 20:00"),
    ("Friday 5pm PT to Saturday 5am PT", "03-13 20:00/03-14 08:00"),
    ("Friday 9am to 5pm Europe/Berlin", "03-13 04:00/03-13 12:00"),
    # off the grid
    ("tomorrow, 9:30am to 12:15pm", "03-12 09:00/03-12 13:00"),
    # typos
    ("satuday aftrnoon", "03-14 12:00/03-14 18:00"),
    ("tmrw nite", "03-12 20:00/03-13 06:00"),
    ("tues nite", "03-17 20:00/03-18 06:00"),
]  # fmt: skip

KOREAN_ROWS = [
    ("내일 오후에", "03-12 12:00/03-12 18:00"),
    ("내일 새벽", "03-12 00:00/03-12 06:00"),
    ("금요일 저녁", "03-13 18:00/03-13 22:00"),
    ("토요일 밤", "03-14 20:00/03-15 06:00"),
    ("다음 주 월요일부터 사흘간", "03-16 00:00/03-19 00:00"),
    ("이번 주말 내내", "03-14 00:00/03-16 00:00"),
    ("12월 7일부터 9일까지 매일 오전 9시부터 오후 6시까지",
     "all: 12-07 09:00/12-07 18:00, 12-08 09:00/12-08 18:00, 12-09 09:00/12-09 18:00"),
    ("지금부터 6시간 동안", "03-11 10:00/03-11 16:00"),
    ("금요일까지 연속 30시간", "03-11 10:00/03-14 00:00 30h"),
    ("다음 주에 20시간, 나눠서 써도 됩니다", "03-16 00:00/03-23 00:00 20h spread"),
    ("수요일 밤 11시부터 목요일 아침 7시까지", "03-11 23:00/03-12 07:00"),
    ("3시간 뒤부터 5시간", "03-11 13:00/03-11 18:00"),
    ("밤 10시부터 새벽 6시까지", "03-11 22:00/03-12 06:00"),
    ("다음 주 수요일 하루 동안", "03-18 00:00/03-19 00:00"),
    ("금요일 새벽 1시부터 5시까지", "03-13 01:00/03-13 05:00"),
    ("4/7 밤 12시부터 6시간", "04-08 00:00/04-08 06:00"),
    ("10월 1일부터 보름간", "10-01 00:00/10-16 00:00"),
    ("수요일 자정부터 6시간", "?ambiguous_time"),
    ("이번 주 아무 밤이나 이틀만",
     ("(2, 2): 03-11 20:00/03-12 06:00, 03-12 20:00/03-13 06:00, 03-13 20:00/03-14 06:00, 03-14 20:00/03-15 06:00, "
     "03-15 20:00/03-16 06:00")),
    ("글피", "03-14 00:00/03-15 00:00"),
    ("다다음주", "03-23 00:00/03-30 00:00"),
    ("월말", "03-31 00:00/04-01 00:00"),
    ("다음 주 주중", "03-16 00:00/03-21 00:00"),
    ("3일 뒤부터 이틀", "03-14 10:00/03-16 10:00"),
    ("월~수 사이 아무 때나 6시간", "03-16 00:00/03-19 00:00 6h"),
    ("다음 주 월수금 밤", "all: 03-16 20:00/03-17 06:00, 03-18 20:00/03-19 06:00, 03-20 20:00/03-21 06:00"),
    ("담주 월욜부터 사흘", "03-16 00:00/03-19 00:00"),
    ("낼 오전9시~12시", "03-12 09:00/03-12 12:00"),
    ("11월 24일 월요일", "?contradiction"),
    ("오늘 밤", "03-11 20:00/03-12 06:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_english_phrase_has_its_window(text: str, expected: str) -> None:
    assert windows(text) == expected


@pytest.mark.parametrize(("text", "expected"), KOREAN_ROWS, ids=[row[0] for row in KOREAN_ROWS])
def test_korean_phrase_has_its_window(text: str, expected: str) -> None:
    assert windows(text, zone=SEOUL, korean=True) == expected
    assert unread(text).strip(" ,") == ""


def test_tonight_after_midnight_asks() -> None:
    assert windows("tonight", now="2026-03-11T00:35") == "?ambiguous_time"


def test_numeric_dates_follow_the_zone() -> None:
    assert windows("5/6") == "05-06 00:00/05-07 00:00"
    assert windows("5/6", zone=BERLIN) == "06-05 00:00/06-06 00:00"
    assert windows("5/6", zone=BERLIN, korean=True) == "05-06 00:00/05-07 00:00"
    assert windows("24/4") == "04-24 00:00/04-25 00:00"
