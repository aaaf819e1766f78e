# ruff: noqa: E501
"""What questions and assumptions say, in English and Korean: what is doubtful, and what to do."""

from __future__ import annotations

from types import MappingProxyType

QUESTIONS = MappingProxyType({
    "missing_asset": ("Which GPU or token? Name one of the catalogue, such as H100.", "어떤 GPU나 토큰인가요? H100처럼 목록에 있는 이름을 적어 주세요."),
    "missing_quantity": ("How many? Give a number, such as 8.", "몇 개인가요? 8장처럼 수량을 적어 주세요."),
    "missing_time": ("When? Give a day or a start, and how long.", "언제인가요? 날짜나 시작 시각, 그리고 기간을 적어 주세요."),
    "missing_limit": ("What is the most you pay (or the least you take)? Give a price per GPU-hour or a total.", "한도는 얼마인가요? GPU 시간당 가격이나 총액을 적어 주세요."),
    "ambiguous_time": ("This time can be read in two ways. Say which one.", "시간이 두 가지로 읽힙니다. 어느 쪽인지 알려 주세요."),
    "ambiguous_asset": ("This can mean several products. Choose one.", "여러 제품을 뜻할 수 있습니다. 하나를 골라 주세요."),
    "ambiguous_price_unit": ("Is this price per GPU-hour, or the total? Say which one.", "GPU 시간당 가격인가요, 총액인가요? 알려 주세요."),
    "past_time": ("This time has already passed. Give a later one.", "이미 지난 시간입니다. 이후의 시간을 적어 주세요."),
    "contradiction": ("These words disagree with each other. Correct one of them.", "서로 맞지 않는 말이 있습니다. 하나를 고쳐 주세요."),
    "unknown_asset": ("The catalogue has no such product. Choose one that it has.", "목록에 없는 제품입니다. 목록에 있는 것을 골라 주세요."),
    "unsupported_currency": ("Prices are in US dollars only. Give the amount in USD.", "가격은 미국 달러로만 받습니다. 달러로 적어 주세요."),
    "unsupported": ("A bid cannot express this. Take it out or say it differently.", "입찰로 표현할 수 없는 내용입니다. 빼거나 다르게 적어 주세요."),
    "not_an_order": ("There is no order in this text. Say what you want to buy or sell, how many and when.", "주문 내용이 없습니다. 무엇을, 얼마나, 언제 사거나 팔지 적어 주세요."),
})  # fmt: skip

WISHES = MappingProxyType({
    "": ("", ""),
    "words": ("I do not understand these words: “{0}”. Take them out or say it differently.", "“{0}”: 이해하지 못한 말입니다. 빼거나 다르게 적어 주세요."),
    "long": ("The text is longer than {0} characters. Shorten it to the order itself.", "글이 {0}자를 넘습니다. 주문 내용만 남겨 주세요."),
    "wish": ("A bid cannot express {0}: “{1}”. Take it out or say it differently.", "“{1}”: 입찰로 표현할 수 없는 내용입니다. 빼거나 다르게 적어 주세요."),
    "detail": ("{0}", "{0}"),
    "did_you_mean": ("The catalogue has no “{0}”. Did you mean {1}?", "“{0}”은(는) 목록에 없습니다. {1}을(를) 뜻하셨나요?"),
    "comes_as": ("{0} does not come with “{1}”. Take that out or choose another.", "{0}에는 “{1}”이(가) 없습니다. 빼거나 다른 것을 골라 주세요."),
    "hidden": ("The text holds characters that cannot be seen ({0}). Check what is shown and type it again.", "보이지 않는 문자가 들어 있습니다({0}). 보이는 내용을 확인하고 다시 입력해 주세요."),
    "unused": ("It is not clear what “{0}” belongs to. Say it next to what it is meant for.", "“{0}”이(가) 무엇에 대한 말인지 분명하지 않습니다. 해당하는 말 옆에 적어 주세요."),
    "two_structures": ("This can be read in two ways. Choose one.", "두 가지로 읽힙니다. 하나를 골라 주세요."),
    "per_gpu_hour": ("${0} per GPU-hour", "GPU 시간당 ${0}"),
    "leave_out": ("Bid without these words", "이 말은 빼고 입찰"),
    "one_node": ("One node ({0} GPUs)", "노드 한 대 (GPU {0}장)"),
    "one_rack": ("One rack ({0} GPUs)", "랙 하나 (GPU {0}장)"),
    "reference_price": ("The catalogue’s reference price: {0}", "목록의 참고 가격: {0}"),
    "in_total": ("${0} in total", "총 ${0}"),
    "amend_nothing": ("I do not understand what to change. Name the new value, such as “make that 16”.", "무엇을 바꿀지 알 수 없습니다. “16장으로”처럼 새 값을 적어 주세요."),
    "amend_which": ("Which one should become “{0}”? Say it with its product or number, such as “the second one”.", "어느 것을 “{0}”(으)로 바꿀까요? 제품이나 번호로 알려 주세요."),
    "sell_total": ("A sale is priced per GPU-hour, not in total. Give the least price per GPU-hour.", "판매는 총액이 아니라 GPU 시간당 최저 가격으로 적어 주세요."),
    "too_many": ("This comes to more than {0} lots. Split it into several bids.", "로트가 {0}개를 넘습니다. 여러 입찰로 나눠 주세요."),
})  # fmt: skip

ASSUMPTIONS = MappingProxyType({
    "at_least": ("“At least” without an upper bound: exactly that many.", "상한이 없어 그 수량으로 읽었습니다."),
    "price_unit": ("Price read as USD per GPU-hour.", "GPU 시간당 달러 가격으로 읽었습니다."),
    "price_total": ("Price read as a total.", "총액으로 읽었습니다."),
    "scope": ("Said of this item only, not of those before it.", "이 항목에만 해당하는 것으로 읽었습니다."),
    "hidden_characters": ("Characters that cannot be seen were taken out.", "보이지 않는 문자를 뺐습니다."),
    "structure": ("How the parts belong together was read by the language model.", "부분들이 어떻게 이어지는지는 언어 모델이 읽었습니다."),
    "role_aside": ("The language model reads “{0}” as context that changes nothing in the bid.", "언어 모델이 “{0}”을(를) 입찰을 바꾸지 않는 배경 설명으로 읽었습니다."),
    "role_or": ("The language model reads “{0}” as “or else”.", "언어 모델이 “{0}”을(를) “아니면”으로 읽었습니다."),
    "role_and": ("The language model reads “{0}” as “and”.", "언어 모델이 “{0}”을(를) “그리고”로 읽었습니다."),
    "role_instead": ("The language model reads “{0}” as a correction of what stands before it.", "언어 모델이 “{0}”을(를) 앞말을 고치는 말로 읽었습니다."),
    "corrected": ("Replaced by what follows.", "뒤의 말로 고쳐 읽었습니다."),
    "own_uptime": ("Uptime at least {0}, as you have set it.", "가동률 {0} 이상, 설정하신 대로입니다."),
    "own_regions": ("Place: {0}, as you have set it.", "지역: {0}, 설정하신 대로입니다."),
    "night_hours": ("Night: 20:00 to 06:00 the next day.", "밤: 20시부터 다음 날 6시까지."),
})  # fmt: skip


def say(code: str, language: str, *parts: str) -> str:
    """A message by its code, with its parts filled in."""
    table = WISHES if code in WISHES else QUESTIONS if code in QUESTIONS else ASSUMPTIONS
    english, korean = table[code]
    return (korean if language == "ko" else english).format(*parts)
