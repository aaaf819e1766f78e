"""Words by which a request names its lots: ordinals and letters before a lot, and behind it to speak of it again."""

from __future__ import annotations

UNNAMED = "a lot of which one knows not which"
"""Said for an ordinal that tells no lot for sure; it is refused."""
PART_NOUNS = r"(?:ones?|lots?|legs?|parts?|items?|orders?|jobs?|bookings?|requests?|batch(?:es)?|blocks?|lines?|entr(?:y|ies)|tranches?|parcels?|trades?|pieces?|positions?|halves|half|bids?|offers?|needs?|reservations?|purchases?|runs?|pools?|sets?|portions?|slots?|positions?|sections?)"
CHOICE_NOUNS = r"(?:choices?|options?|preferences?|alternatives?|picks?|plans?|variants?|scenarios?|possibilit(?:y|ies)|priorit(?:y|ies))"
ORDINALS: dict[str, int] = {
    "first": 1, "firstly": 1, "1st": 1, "former": 1,
    "second": 2, "secondly": 2, "2nd": 2,
    "third": 3, "thirdly": 3, "3rd": 3,
    "fourth": 4, "fourthly": 4, "4th": 4,
    "fifth": 5, "5th": 5,
    "latter": -1,
}  # fmt: skip
COUNTS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
    "a": 1, "b": 2, "c": 3, "d": 4, "e": 5,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
MARKERS = r"(?:leg|part|item|lot|order|line|job|option|plan|alternative|choice|variant|alt|scenario|bid|package|bundle)"
"""Nouns that the rules for lists know."""
BEING = r"(?:'s|,? (?:is|are|would be|will be|being|should be|must be|has to be|shall be|goes to|goes for|covers|concerns|calls for|takes|uses|requires|runs on|gets|asks for|consists of)(?: (?:to be|that of))?)"
COUNTED = r"(?:(?:for|up to|at least|between|another|some|a|an|the|our|my|your|of|get|book|take|reserve|about|us|me|just|to|please|is|as|i|we|need|want|would|like|buy|sell|buying|selling|purchase|rent|offer|getting|booking) )*(?:[0-9]|one |two |three |four |five |six |eight |ten |twelve |sixteen |twenty |thirty |forty |half |dozen |nodes? |racks? )"
"""What a lot may begin with up to its count."""
SELLS = r"(?:,? (?:sells?|is a sale of|is a sell of|is to sell|offers?|is selling|is an offer of))"
BUYS = r"(?:,? (?:buys?|is a buy of|is a purchase of|is to buy|wants?|needs?|is buying))"
OF_DATES = r"(?:,? (?:of (?:the month|each|every|next|this|last|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|jan|feb|mar|apr(?:il)?(?![a-z])|may(?![a-z])|june?|july?|aug|sept?|oct|nov|dec|week|day|night|weekend|morning|afternoon|evening|hour|half|quarter|month|three|two|few|couple|mon|tue|wed|thu|fri|sat|sun|time|thing|half))"
"""What makes an ordinal one of days or of something else that is counted."""
TIME_BEFORE = r"(?:on|from|until|till?|by|through|thru|to|before|after|between|starting|beginning|since|ending|and|or|-|until and including|not|than|for) (?:the )?$"
TOLD_OF = r"(?:,? ?(?::|at|is|are|in|must|should|needs?|has|have|only|with|without|can|could|may|capped|limited|being|costs?|depends?|goes|to be|max|maximum|for \$)(?![a-z])|,? ?\$)"
"""How words go on that say something of a lot."""
LEANING_BEFORE = r"(?:depend(?:s|ing|ent)?|condition(?:al|ed)|contingent|hang(?:s|ing)?|ride?s?|riding|hing(?:es?|ing)|rel(?:y|ies|ying)|predicated) (?:up)?on (?:us |our )?(?:getting |having )?(?:the )?$|(?:for|to|by|not|than) (?:the )?$"
"""Before an ordinal that another ordinal of lots stands beside."""
_ARE = r"(?:,? (?:are|is|be|being|to be|should|must|shall|have to|has to|need to|needs to|can|as|treated as|considered|both|all|strictly|an?))*"
ALTERNATIVES = rf"{_ARE} (?:(?:mutually )?exclusive|alternatives?|either[ /-]or|interchangeable|substitutes?)(?: (?:to|of|for) (?:each other|one another))?"
"""How words behind labels go on that make a choice of them."""
TOGETHER = rf"{_ARE} (?:(?:required|needed|wanted|a must|mandatory|necessary|essential|inseparable|linked|tied|awarded|filled|granted|booked|fill|clear|go through|together|allocated|accepted|won|confirmed|executed|done)(?: together| at once| or neither| or not at all| jointly)*)"
"""The same for a package."""
AWARDED = rf"{_ARE} (?:to be )?(?:awarded|filled|granted|booked|wanted|needed|required|bought|reserved)"
