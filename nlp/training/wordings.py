# ruff: noqa: E501
"""What people say between and around the parts of an order, by what it means, in two voices that share no template.

`TRAINING` is what the model learns from; `HELD_OUT` is only ever used to measure and to set how sure the model must be.
A template names alternatives in braces, `{one|two|}`; `<NAME>` stands for one of a list of its voice. Before and behind
a template the generator adds the commas and joining words that people put there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH


@dataclass(frozen=True)
class Wordings:
    """One language's templates in one voice, by role; `inside` are words that stand between a count and its product."""

    korean: bool
    lists: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[str, ...]]
    behind_or: tuple[str, ...] = ()
    """Asides between a known "or" and what it joins."""

    def write(self, template: str, chance: random.Random) -> str:
        """One wording of a template."""
        named = re.sub(r"<([A-Z]+)>", lambda found: chance.choice(self.lists[found[1]]), template)
        spoken = named
        while "{" in spoken:  # innermost first
            spoken = re.sub(r"\{([^{}]*)\}", lambda found: chance.choice(found[1].split("|")), spoken)
        return re.sub(r" +", " ", spoken).strip()


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


_ENGLISH = Wordings(
    korean=False,
    lists={
        "THAT": _split(
            "that\nthis\nit\nthe first\nthe former\nthose\nthe above\nthe first lot\nthe earlier one\nthose ones"
        ),
        "WORK": _split(
            """fine-tune\nsweep\nbenchmark\npilot\ndemo\npaper\nthesis\nhackathon\nworkload\nretrain\nbackfill\nablation\nlaunch\nrelease\nprototype\ninference job\nbatch job\nrender\nsimulation\nproject\nexperiment\ngrant\nproof of concept\nrollout\nrehearsal\nload test\nreproduction\ndistillation\nsubmission"""
        ),
        "FIELD": _split(
            """diffusion\nprotein folding\nspeech\nvision\nrecommender\nfraud\nclimate\nrobotics\ngenomics\nranking\nchatbot\ntranslation\nmusic\ndrug discovery\nself-driving\nweather\nlegal\nmedical imaging\nmultimodal\nretrieval\nad targeting\nsatellite\nmaterials\nfinance\ngaming\nagents"""
        ),
        "WHO": _split(
            """our boss\nthe CFO\nour intern\nthe client\nmy professor\nour customer\nthe board\nlegal\nmarketing\nthe new hire\nour investors\nthe research team\nfinance\nmy cofounder\nthe other team\nour partner\nthe PI\nSam\nPriya\nthe sales folks"""
        ),
        "MOOD": _split(
            "huge\nsmall\nlong-awaited\nboring\nfancy\ntop-secret\nsilly\nbig\nnew\nnext\nupcoming\noverdue\nsecond\nannual\nlittle\npet\nflagship"
        ),
        "GEAR": _split(
            """bare metal\nliquid cooled\nwater-cooled\nair cooled\ndedicated\nsingle-tenant\nunshared\nrefurbished\nbrand new\nunused\nexclusive\nisolated\nair-gapped\nencrypted\noverclocked\nvirtualised\ncontainerised\ninsured\nrack-mounted\npassively cooled\nhot-swappable\ncertified"""
        ),
        "PART": _split(
            """NVMe scratch\nlocal disks\nfast storage\nroot access\nssh access\na public IP\na static address\nmore RAM\nplenty of memory\ndual power supplies\nredundant networking\nGPUDirect\na jump host\nECC enabled\nthe latest drivers\nCUDA preinstalled\nUbuntu images\na Slurm scheduler\nKubernetes\nport forwarding\na VPN\na remote console\nshared home directories\na support contract\nround-the-clock support\nan engineer on call\nhyperthreading off\nvirtualisation off\nIntel hosts\nAMD CPUs"""
        ),
        "EVENT": _split(
            """the conference\nthe launch\nthe audit\nthe holidays\nthe keynote\nthe migration\nour release\nthe deadline\nthe earnings call\nthe maintenance\nthe big game\nthe meeting\nmarket close\nthe upgrade\nEaster\nthe freeze\npeak season\nrush hour\nthe interview"""
        ),
    },
    roles={
        FALLBACK: _split(
            """
            {should|if|in case|in the event} <THAT> {not pan out|prove hopeless|prove impossible|turn out a stretch|go elsewhere|go to someone else|lead nowhere|run dry|evaporate|slip away|collapse|vanish|flop|go pear-shaped|be a dead end|be a bridge too far}
            {should|if} <THAT> {fizzles out|goes sideways|is snapped up|comes to nothing|is a non-starter|is off the table|turns out too rich|hits a wall|never materialises|is oversubscribed|is spoken for}
            {barring|short of|absent|lacking|instead of|in place of|in lieu of|rather than} <THAT>
            {at a pinch|at a stretch|at worst|in extremis|if pushed|if pressed|when push comes to shove|in a bind|under duress|if it comes to it}{| we'd take| I'd accept| we could stomach| give me}
            {we'd|we would|I'd|I would|we could|I could|we can} {settle for|swallow|stomach|tolerate|accept|put up with|be content with|entertain|get by with|survive on|manage with|squeeze by on}{| instead}
            {we'd|we would|I'd|I would|I am|we are} {just as|equally|nearly as|almost as} {happy with|pleased with|content with|well served by|glad of|comfortable with}
            {just as good|equally fine|same to us|an acceptable swap|a fine stand-in|the understudy|the runner-up|next in line|second pick|silver medal|consolation prize|the spare tyre|the emergency exit|the safety net|the lifeboat|a decent stopgap}{| would be| is}
            {could be swapped for|replaceable by|interchangeable with|could be traded for|to be swapped for|may be substituted by|can be exchanged for|convertible into}
            {no such luck|nothing doing|no joy|no dice|not there|none around|all gone|nothing left}? {|then |well, }{give me|hand over|try|go with|make do with|take|reach for}
            when {nothing of the kind|no such thing|none of it|nothing like it} {turns up|shows up|comes up|is around|surfaces}{|, take|, grab}
            {or you could|you may also|feel free to|you might} {swap in|switch to|pivot to|divert us to|offer us|move us to|downgrade us to}{| instead}
            {the other way to go|the other road|another route|a different route|another possibility|the other possibility|a second possibility|a second route}{ is| would be|:}
            {cheaper|fallback|rescue|emergency|reserve|contingency|escape|rainy day} {choice|variant|route|scenario|setup}:
            {it's a toss-up between that and|it is one of those and|tied with|on a par with|take whichever is easier,}
            {whichever you can find, that or|pick between that and|choose that or|one thing or the other:}
            {in its stead|in their stead|in its place|as a substitute|as a stand-in|as a replacement|by way of substitute|to replace it}
            {if|when|once|should} {luck runs out|everything is taken|they laugh at us|the first falls flat|it turns sour|nobody bites|we get outbid|supply is thin|fate is unkind|you come back empty-handed|that leads to tears}{|, take|, then| give us}
            {the|our|my} {humbler|budget|smaller|modest|sober|plain|frugal|homely|larger|greener} {version|variant|choice|option|plan|alternative|wish}{:| is| would be| being}
            {with|and} {|the }{understudy|reserve|spare|stopgap|plan C|relief team|emergency ration|B-team|lifebelt}{:| being|  -}
            {unwillingly|with a heavy heart|with a sigh|biting the bullet|gritting our teeth|holding our nose|as the lesser evil|if we must|failing all else|under protest|second to that|as runner-up|next best|in a pickle|at the very least|at the very worst}{|, we'd take|, get| then}
            {downgrading|scaling down|retreating|backing off|switching|settling|pivoting|reverting|resorting} to
            {we will not|we wouldn't|I won't|I would not|nobody will|we'd never} {complain about|refuse|turn down|frown at|be sad with|mind getting|object to|say no to|sneeze at}
            {lacking|missing|wanting|in default of|in the absence of|for lack of|in want of} {<THAT>|these|any|supply}
            """
        ),
        TOGETHER: _split(
            """
            {together|in tandem|jointly|in combination|paired|bundled|hand in hand|side by side|combined|in parallel} with
            {accompanied|complemented|joined|supplemented|flanked|rounded off|backed up|boosted|topped off} by
            {throw in|tack on|bolt on|slap on|toss in|stick on|include|pile on|chuck in}{| another| a further}
            {over and above|beyond|next to|on top of|apart from} <THAT>{| we need| get| we want}
            {the other half|the second piece|the rest|the remainder|the second chunk|the last bit}{ being| is| of it is| would be}
            {as a second item|as a further item|further to that|moreover|furthermore|what is more|likewise|for the other team|for the second job|to top it off|to round it off|for good measure|on a related note|while at it|while you're at it}{| we need| I need| get}
            {we'll|we|I} {likewise|equally|simultaneously|separately|similarly|as well} {need|want|require|order|are after}
            {with it go|with them go|alongside that come|next to them|beside it|by its side|to go with it|to go with them|to match}
            {not only that but|and not just those but|on top of which|the same goes for|ditto for}
            {the second job needs|a second team wants|another group needs|a different project needs|the eval box needs|our other cluster gets}
            {don't forget|let's not forget|not forgetting|and remember}
            {both those and|those and equally|that coupled to|that combined with|that joined to}
            {and|plus|} {in the same order|on the same ticket|on the same receipt|in the same cart|under the same roof|in one go|at the same counter}{,|, also| add|}
            {another|a second|a third|the other|our other|a neighbouring|the sibling|the data|the eval} {team|job|project|crew|group|pipeline|experiment|squad} {needs|wants|takes|requires|could do with|gets|is due|asked for|will run on}
            {we further|we additionally|I furthermore|we on top|on top we|we still|we equally|and we} {need|want|ask for|are short of|lack|order|require|are missing}
            {topped with|seasoned with|with a side of|with a helping of|with a dash of|married to|wedded to|tied together with|arm in arm with|in concert with|in league with|combined with|escorted by}
            {as|for} {dessert|the encore|a bonus|an extra|the icing|the second course|an add-on|a companion|a sidekick}{|:|, get|, we want}
            {the complete list continues with|add to the pile|put on the list|also on the menu|count in|and to complete the set}
            """
        ),
        INSTEAD: _split(
            """
            {strike|belay|forget|ignore|cancel|nix|undo|disregard} {that|the last bit|what I said},{| it's| make it| should be}
            {my bad|my mistake|my error|brain fart|wrong number|fat fingers|typo|slip of the tongue|I misspoke|I miscounted|I misread},{| it's| should be| that's}
            {let me rephrase|better make it|change to|change that to|amend to|revise to|let's say|bump that to|lower that to|on second thought|on reflection|come to think of it|now that I look,}
            {hold on|hang on|just a sec|one second|hmm|ugh|argh|nah},{| it's| rather| should be}
            """
        ),
        WISH: _split(
            """
            {|with |must be |ideally }<GEAR>
            {with|incl.|including|plus|needs|must have|featuring|has to come with} <PART>
            {without|no|minus|sans|and no} {hypervisors|noisy neighbours|shared tenants|virtualisation|downtime|lock-in|prepayment|deposits|resellers|brokers|mining cards|used gear|throttling}
            {provided|assuming|as long as|on condition that|subject to it that|so long as|given that} {approval comes|the audit passes|our lender agrees|the weather holds|<WHO> signs off|the contract is renewed|nobody objects|power is cheap}
            {unless|except if|but not if} {the price drops|we call you|someone outbids us|legal objects|<WHO> objects|the bug is fixed|we find better}
            {but only |only |}{after|once|when|as soon as} {<WHO> approves|the paperwork is done|payment clears|the price falls|the network is up|we confirm}
            {around|before|after|during|right after|shortly before|outside|not during|up to} <EVENT>
            {never|not|but not|excluding|save for|leaving out} {on shared hosts|the older ones|anything from resellers|weekends and holidays|hosts that failed|those with faults|from our rivals|during lunch}
            {half|a third|most|some|a quarter|the bulk} of {it|them|those}{| later| first| by then}
            {payable|billed|invoiced|settled} {in arrears|in instalments|monthly|upfront|quarterly|on completion|in euros|after delivery}
            {refundable|cancellable|transferable|non-refundable|renewable|extendable|negotiable}{| at any time| free of charge| afterwards}
            {staggered|phased|in two tranches|split evenly|ramping up|in waves|in alternation|spread evenly|back and forth}
            {from|hosted by|run by|owned by|operated by} {a green provider|somebody reputable|the usual vendor|a European company|a university|our sister firm|anyone but our rival|a tier-three facility}
            {we are flush with|going spare here|up for grabs|surplus to our needs|we no longer need|gathering dust here|we'd part company with|yours to take|getting rid of}
            {contingent on|hinging on|conditional on|dependent on|piggybacking on|tied to} {that|the former|the first|it|the other one}
            {replacing|amending|superseding|cancelling|extending|renewing} {yesterday's bid|my earlier bid|our last order|the open one|what we have}
            {close to|near|within reach of|next to|within driving distance of|on the same floor as} {the coast|our office|our servers|the lab|our data|the sea|a fibre hub}
            {the cheaper the better|as cheap as they come|give or take a few|or thereabouts|roughly|ballpark|flexible on that|more or less|the more the merrier|as fast as possible|whatever is left|the cheapest you find}
            {if|when} {cheap|available cheaply|affordable|the market crashes|demand is low|nobody else wants them|there is a discount|prices look good}
            {with|at} {a discount|a volume rebate|a price match|a money-back guarantee|guaranteed bandwidth|low latency|a hardware warranty|the lowest carbon}
            {same|matching|identical} {rack|driver|vendor|firmware|batch|owner|switch} {as before|throughout|for all|please|}
            {in|under} {our own name|a sealed bid|secrecy|an NDA|escrow|one invoice|separate invoices|a framework contract}
            {whenever|wherever} {it is cheapest|power is green|they are idle|there is room|the rate is lowest}
            {double|triple|halve} {it|that|them}{| if possible| later}
            {nothing|none} {older than that|made by them|shared|on that network|near the border}
            {hosted|kept|installed|located|stored|operated|racked} {underground|off-site|in a bunker|in one cage|behind our firewall|in a container|on our premises|in a lead box|at sea level}
            {cooled|powered|fed|shielded|protected|monitored|patched|audited|maintained|cleaned|inspected} {with glycol|by wind turbines|from two grids|against spies|weekly|by our own staff|every hour|beforehand|by a notary|day and night}
            {rented|bought|sold|ordered|paid|invoiced|booked|charged} {through an agent|via our broker|under another name|to our subsidiary|against a voucher|to cost centre blue|by wire|in gold|per minute|by our parent company}
            {to be|which must be|and should be|needs to be} {delivered to our tenant|returned early|reimaged|wiped after use|shipped home|switched off at lunch|subdivided|locked|handed to the auditors|released in stages|reserved for Anna only|benchmarked first|shared with partners}
            {that|which} {never reboot|belong to a bank|survive a blackout|fit in our budget|have spare fans|run quietly|were never mined on|speak RDMA|nobody else touches|come from one batch|can be resized|support passthrough}
            {whose|where the} {owner is trustworthy|fans are silent|uplink is unmetered|disks are encrypted|drivers are pinned|BIOS is unlocked|staff speaks French|power is nuclear}
            {extended|shortened|doubled|upgraded|refreshed|moved|postponed|cancelled|paused|dropped|resold} {if need arises|when better ones appear|should we overrun|once cheaper|if it rains|as demand shifts|on request|at our discretion|if the dollar falls|should the team quit}
            {splitting|sharing|swapping|mixing|alternating|rotating|pooling|doubling up} {the bill|a switch|cards halfway|vendors|drivers|with another lab|hosts daily|a power feed|one chassis}
            {in the|during the|over the} {month of the fair|weeks after the fair|quiet period|summer break|first half of the course|low season|hours when trams stop|Olympics|solstice|harvest}
            {as|like|similar to|equal to|better than|no worse than} {what Globex got|the last batch|our competitors|the previous contract|the industry average|the older kind|their best offer}
            {with|having} {a Spanish-speaking engineer|a witness|our own cables|a spare|someone watching|a trial period|an option to extend|a penalty clause|free cancellation|priority over others|an escape clause|a hot standby|daily snapshots|liquid cooling}
            {at|by} {the owner's risk|our own risk|the buyer's expense|your best price|cost price|market rate minus a bit|a fixed fee|whatever it takes|half the going rate}
            {we are offloading|our spare capacity:|we have leftovers:|available for others:|we'd hand over|someone should take over|looking to get rid of|we're oversupplied with|excess stock:|we want out of}
            {fewer|more|less|later|earlier|longer|shorter} {if necessary|if cheap|if possible|when quiet|depending on demand|should it be tight|as you see fit}
            {in|within} {thirds|equal parts|the shade|a Faraday cage|Scandinavia-like climates|walking distance|a monastery|the same building|one broadcast domain|one hop}
            {anywhere|somewhere|nowhere} {cold|solar-powered|near water|carbon-free|tax-free|warm|with cheap power|politically stable|hot|that floods}
            {guarded|accompanied|supervised|certified|vetted|approved|witnessed} by {security|an officer|our lawyer|the ministry|a third party|our insurer}
            {don't|do not|please don't|never} {split them|use that vendor|tell anyone|exceed our quota|go through brokers|mix batches|bid before lunch|combine them with others}
            """
        ),
        ASIDE: _split(
            """
            for {our|the|a|my|some} {|<MOOD> }<FIELD> <WORK>
            for {our|the|a|my|some} <MOOD> <WORK>
            to {finish|power|feed|rescue|finalise|kick off|wrap up|support|rerun|drive|prepare} {our|the|a|my} {|<MOOD> }{<FIELD> |}<WORK>
            {since|because|as} {our|the} {cluster|old rig|reservation|lease|provider|vendor|landlord|last machine} {caught fire|expired|let us down|went belly up|melted|got flooded|pulled out|died|was decommissioned}
            {since|because|as} <WHO> {keeps asking|promised it|is impatient|wants results|forgot to|is presenting it|asked nicely|moved the goalposts}
            {<WHO>} {is breathing down my neck|will be thrilled|keeps asking|already signed off|is watching|is on holiday|sends greetings|asked me to write|won't stop nagging|insisted|says hello|gave the nod}
            {what a week|long story|don't ask|you know the drill|fingers crossed|no pressure|sorry for the rush|hope you are well|happy to chat|ping me|thanks a bunch|you legends|as discussed|as promised|per our chat|last one today|first time here|long-time customer|bear with me|cheers to all|much obliged|have a good one|talk soon|over to you|here goes|quick one|nothing fancy|no drama|you rock|big fan}
            {we are|I am|the lab is} {desperate|swamped|excited|exhausted|overjoyed|drowning in work|back at it|a tiny startup|a biotech shop|new to this|three people in a garage|a grad student|crunching|knee-deep in logs}
            {desperately|gladly|hopefully|sadly|frankly|honestly|as ever|believe it or not|to be honest|luckily|once more|yet again|as it happens|truth be told|for once|by the way|between us}
            {it is|this is|it's} {for|about|all for} {a good cause|science|the grandkids|charity|our {series A|seed round}|a bet|fun|posterity|internal use|a {<FIELD> |}<WORK>|the {<FIELD> |}crew}
            {part of|related to|in support of|courtesy of|on behalf of|in the name of|as part of|in the context of|in connection with} {our|the|a} {<FIELD> |}{<WORK>|programme|team|initiative|department|group|lab|effort}
            {the {training|checkpoint|dataset|loss|model|tokenizer} {looks great|finally converged|exploded|kept crashing|is ready|needs babysitting|was a mess}}
            {says|writes|asks} <WHO>
            {hence|thus} {the hurry|this note|the odd request|my message|the fuss}
            {which|and that} {should do|is what we scoped|is all we dream of|makes us happy|seems right to us|is how we roll|our engineers worked out|suits the schedule}
            {or so|} {I am told|they tell me|we reckon|the spreadsheet says|the planning says|my notes say}
            {our|the|my} {cat|dog|goldfish|toddler|coffee machine|old cluster|sysadmin|colleague|neighbour|landlord|server room|spreadsheet|thermostat|printer} {died|exploded|sends regards|has a fever|is acting up|knows why|went on strike|ran away|had other plans|got promoted|loves this|is sulking}
            {|the |our }<FIELD> {classifier|detector|predictor|census|atlas|model|team|workshop|paper|startup|benchmark} {needs polishing|goes live|hit a snag|is due soon|must converge|is hungry|ran out of steam|awaits|deserves it|slipped again|needs love|is cooking}
            {a|my|our} {colleague|friend|customer|student|postdoc|professor|manager|client} {with big plans|from upstairs|of mine|in a hurry|on the phone|next door|I admire} {wants|dreams of|asked for|begs for|needs|is looking for|insists on|would love}
            {greetings|hello|cheers|best wishes|regards|hugs|saludos|bonjour|grazie|merci|ciao|aloha|namaste|danke|hola|obrigado} {from the lab|from rainy Leeds|to the desk|everyone|friends|mille|a todos|in advance|to your family||}
            {pretty please|with cherries on top|be so kind|if you would|much love|bless you|may the odds be with us|good luck to all|you are the best|drinks on me|I owe you one|sorry to bother|pardon my French|excuse the typos|ahem|ta-da|knock on wood|ladies and gentlemen|drum roll|gosh|crumbs|holy moly|jeez|phew|okey-dokey|righto}
            {so that|so} {we|the team|our <FIELD> crew|<WHO>} {can sleep|can ship|stops worrying|finally finishes|is happy|gets results|makes the deadline|can publish|keeps the customer}
            {after|following} {months of waiting|a long debate|yesterday's chat|our call|that outage|a sleepless night|the fiasco|your reminder|some thought}
            {it|this|that|which} {would|should|will|might} {make our day|help a lot|save our skin|be wonderful|keep us afloat|get us there|cover it|be lovely}
            {thinking of|dreaming about|busy with|working on|training|polishing|debugging|building} {our|a|the} {|<MOOD> }<FIELD> {<WORK>|model|thing|beast}
            """
        ),
    },
    inside={
        ASIDE: _split(
            "shiny\ntrusty\nlovely\nhumble\nmeasly\nmighty\nblessed\ndarn\nprecious\nbeautiful\nglorious\ngood old\nawesome\nfabulous\nbeloved\ndelicious\nof your lovely\nof those famous\nof these beasts called\nmonster\nnice juicy"
        ),
        WISH: _split(
            "refurbished\nliquid-cooled\nbare-metal\ndedicated\nwater-cooled\nsecond-hand\nunshared\noverclocked\nsingle-tenant\nbrand new\nisolated\nair-cooled\nlow-power\ncertified\nunthrottled\nadjacent\nneighbouring\nhalf-empty\npooled\nfractional\nvirtual\nsliced\npaired\ninterlinked"
        ),
    },
    behind_or=_split(
        """
        {honestly|I guess|heaven help us|to be fair|dare I say|perish the thought|I suppose|well|god forbid|frankly|let's see|sigh}
        {should that prove hopeless|if <THAT> slips away|if pressed|under duress|at a stretch|barring <THAT>|if <WHO> insists|in a bind|in lieu of <THAT>|as a consolation}
        {for the same money|to keep it simple|as <WHO> suggested|as my colleague says|for the same job|to be on the safe side|as second pick}
        """
    ),
)

_KOREAN = Wordings(
    korean=True,
    lists={
        "WORK": _split(
            "미세조정\n벤치마크\n파일럿\n데모\n논문\n해커톤\n추론 작업\n시뮬레이션\n프로젝트\n실험\n출시\n재학습\n부하 시험"
        ),
        "FIELD": _split("음성\n비전\n추천\n기후\n로봇\n유전체\n번역\n챗봇\n신약\n자율주행\n의료 영상\n검색"),
        "WHO": _split("팀장님이\n고객사에서\n대표님이\n교수님이\n인턴이\n투자자들이\n연구팀에서\n법무팀에서\n이사님이"),
    },
    roles={
        FALLBACK: _split(
            """
            {그게|그것이|이게|위 물량이|앞의 것이} {어려우시면|힘드시면|마땅치 않으면|모자라면|동나면|무산되면|틀어지면|물 건너가면|곤란하면|빠듯하면}
            {차선책으로|차선으로는|대신|대신에|대체로는|그 대신|궁여지책으로|비상용으로|예비로|2순위로} {|는 }
            {정 안 되겠으면|아쉬운 대로|하다못해|부득이하면|급하면|궁하면|여차하면|마지못하면}
            {물량이|재고가|자리가} {바닥이면|동났으면|부족하면|모자랄 때는|안 보이면|다 나갔으면}
            {이걸로 대체해도 되고|바꿔 주셔도 되고|갈음해도 좋고|맞바꿔도 좋고}
            {운이 없으면|다 팔렸으면|거절당하면|밀리면|경쟁에서 지면|구경도 못 하면|손에 못 넣으면|일이 꼬이면}{|,| 그냥}
            {마지못해|울며 겨자 먹기로|꿩 대신 닭으로|체념하고|한발 물러서서|소박하게|저렴하게 가면|둘째로는|버금으로}
            """
        ),
        TOGETHER: _split(
            """
            {여기에 더해|이에 더하여|덧붙여|아울러|나란히|곁들여|더불어|한데 묶어|얹어서|그와 더불어|그에 더해} {|추가하여}
            {같은 묶음으로|짝을 맞춰|세트 구성으로|그 옆에|또 한 가지로|두 번째 품목으로|별도로 또}
            {다른 팀 몫으로|두 번째 작업에는|나머지 절반은|마저} {|필요한 것은}
            {나란히|한 장바구니에|같은 주문에|덤으로|함께|얹어|세트로|짝꿍으로|거기다|옆 팀은|다른 과제엔|후식으로}{|,| 또}
            """
        ),
        INSTEAD: _split(
            """
            {아 참|앗|이런|헷갈렸네요|잘못 적었네요|오타네요|다시 보니|바꿀게요|고칠게요|잠깐만요}
            """
        ),
        WISH: _split(
            """
            {수랭식|공랭식|베어메탈|전용|단독 사용|미사용|새 제품|중고|암호화된|격리된|가상화 없는} {|으로|장비로|서버로}
            {루트 권한|고속 저장장치|고정 주소|최신 드라이버|기술 지원|이중 전원|로컬 디스크|쿠버네티스} {포함|있는|제공|필수}
            {승인이 나면|결재가 떨어지면|가격이 내리면|값이 싸지면|계약이 갱신되면|감사가 끝나면} {|그때|만}
            {회의|출시|점검|학회|발표|명절} {직전에|직후에|전후로|기간에|끝나고}
            {절반은|일부는|삼분의 일은|대부분은} {나중에|먼저|그 다음에|천천히}
            {후불로|분할로|월말 정산으로|선불 없이|할부로|유로로}
            {가장 싼 걸로|최저가로|쌀수록 좋고|대략|얼추|융통성 있게|남는 대로|빠를수록}
            {환불|취소|양도|연장} 가능{|해야|한 걸로|하게}
            {처분하려는|남아도는|넘겨 드릴|내어 드릴|놀리고 있는}
            {재판매업자|중개업체|공유 서버|구형 장비}{는 말고|는 빼고| 제외하고|는 싫고}
            {지하에|방화벽 안에|우리 건물에|컨테이너에|한 케이지에} {설치된|있는 걸로|둔 것|보관된}
            {대리점을 통해|중개 없이|자회사 이름으로|공동 명의로|익명으로|현지 법인으로} {|구매|계산|진행}
            {사용 후 초기화|중간에 반납|상황 봐서 연장|필요하면 축소|다른 팀과 공유|영수증 따로|세금 포함|보험 포함|계약서 쓰고}
            {비가 오면|환율이 오르면|수요가 적으면|허락받으면|더 좋은 게 나오면|한가하면} {취소|연기|교체|추가|보류}{|하고|해 주세요}
            {추운 곳|바다 가까이|친환경 건물|세금 없는 곳|전기가 싼 곳|조용한 곳}{에서|이면 좋고|으로}
            {축제|시험|선거|장마|휴가철|방학} {기간|시작 전|끝난 뒤|무렵|동안}{|에}
            """
        ),
        ASIDE: _split(
            """
            <FIELD> <WORK>{ 때문에| 하느라| 마무리하려고| 돌리려고| 앞두고|에 쓸 건데|에 필요해서| 일정상|이 밀려서}
            <WHO> {재촉하셔서|부탁하셔서|기다리고 계셔서|좋아하실 거예요|꼭 하라고 하셔서|보고 싶어 하셔서}
            {늘 감사드립니다|수고 많으십니다|바쁘신데 죄송합니다|잘 지내시죠|오랜만입니다|날씨가 춥네요|좋은 하루 되세요|처음 이용합니다|말씀드린 대로|솔직히|간만에|드디어|염치없지만|실례지만|다름이 아니라}
            {기존 장비가|저희 클러스터가|예전 서버가|임대가} {고장나서|타버려서|만료돼서|침수돼서|노후돼서|멈춰서}
            {저희는|우리는} {작은 연구실|초기 스타트업|바이오 회사|대학원생 셋|신생 팀}{이라서|입니다만|인데}
            {고양이가 아파서|커피가 떨어져서|잠을 못 자서|서버실이 더워서|프린터가 말썽이라|동료가 휴가라} {|급하게 |좀 }
            {도와주세요|제발요|복 받으세요|밥 살게요|행복하세요|눈이 오네요|기분 좋은 아침입니다|반갑습니다|고맙습니다 여러분|힘내세요|으악|어이쿠|에휴|아이고}
            <FIELD> {모델이|분석이|탐지기가|팀이|지도가} {배고파해서|막바지라|산으로 가서|급해서|잘 되고 있어요|기다립니다}
            """
        ),
    },
    inside={
        ASIDE: _split("귀한\n멋진\n훌륭한\n소중한\n그 유명한\n든든한\n예쁜\n기특한"),
        WISH: _split("수랭식\n중고\n전용\n새\n단독\n저전력\n인접한\n베어메탈\n공유\n격리된\n인증된"),
    },
    behind_or=_split("{솔직히|굳이 말하면|염치없지만|글쎄요|아쉬운 대로|정 안 되면|팀장님 말씀으로는|같은 값이면}"),
)

_ENGLISH_HELD_OUT = Wordings(
    korean=False,
    lists={
        "THAT": _split("that\nthe initial ask\nthe preceding\nour first wish\nthe original"),
        "WORK": _split(
            "tournament\ncourse\nqualification\nrefactor\nscreening campaign\nshowcase\nsprint\ndissertation\nmigration test"
        ),
        "FIELD": _split("seismic\nwildlife\ncrypto-analysis\nphonetics\nsports\nfolding\ncinema\nfarming"),
        "WHO": _split("the dean\nour auditor\nmy manager\nNadia\nthe supplier\nthe steering group\nour landlord"),
    },
    roles={
        FALLBACK: _split(
            """
            {were|if ever} {that|the original} to {fail|bomb|go south|be refused|disappear}
            {supposing|on the off chance} {that|the initial ask} {bombs|goes belly up|finds no taker|is refused|can't be met}
            {next best thing|our B-list|the Plan C|insurance policy|the bench player|a tolerable compromise}{:| is| would be}
            {we shall|one could|they'd} {compromise on|fall in line with|resign ourselves to|be satisfied with|live happily with}
            {replace by|trade down to|step down to|sub in} {|instead }
            {otherwise put|if forced|in desperation|as a last throw of the dice|as a sticking plaster}
            {couldn't find any|none to be found|came up empty}? {go for|we like|bring us}
            """
        ),
        TOGETHER: _split(
            """
            {in conjunction with|in company with|in the same breath|in the same breath,} {|also }
            {augmented|extended|reinforced|followed up} {by|with}
            {a second helping:|the other leg is|the sidecar:|the companion piece:}
            {equally on the shopping list|also on the list|next on my list}{:| are| is}
            {sprinkle in|lump in|fold in|tag on}{| a further}
            """
        ),
        INSTEAD: _split(
            """
            {scrap that|overwrite that|I stand corrected|wrong key|silly me|pardon},{| it is| that should read}
            {update:|erratum:|let me fix that:|tweak that to}
            """
        ),
        WISH: _split(
            """
            {immersion cooled|sole-use|tamper-proof|factory sealed|hardened|privately hosted}
            {equipped with|bringing|shipping with|that offer} {JupyterHub|a parallel filesystem|IPMI|object storage|MIG disabled|a bastion}
            {pending|depending on|awaiting} {the verdict|the vote|<WHO>'s blessing|sign-off|the outcome of the tender}
            {ahead of|in the run-up to|in the wake of|straight after} {the gala|the election|the derby|the product reveal|term time}
            {prepaid|on credit|on account|cash on delivery|via purchase card}
            {anything but|other than|except for} {the flaky hosts|resold capacity|that one vendor|the basement racks}
            {preferably|hopefully} {quiet hosts|with a good uplink|from the same owner|on renewable power}
            {we have too many of|available from us|on our shelves unused|we let go of}
            {more if it's a bargain|fewer if pricey|rounded down|whichever count is cheapest|up to a point}
            {as a continuation of|in exchange for|instead of} {our current lease|what we hold|last month's deal}
            """
        ),
        ASIDE: _split(
            """
            {to carry out|to get through|to nail|to back} {our|the} <FIELD> <WORK>
            {our|the} <FIELD> <WORK> {demands it|won't train itself|is looming|starts soon enough}
            {seeing that|considering} {the old boxes gave up|our quota was slashed|<WHO> gave a deadline|everyone is waiting}
            <WHO> {nudged me|cc'd|is getting nervous|owes me a coffee|made me do it|can vouch for us}
            {greetings from sunny Malaga|no rush on the reply|apologies for the noise|keep up the good work|always a pleasure|hope this finds you well|wish us luck|that's the whole story|onwards}
            {we're the folks from the podcast|our shop builds games|I run a one-man lab|we do bird song recognition}
            {in the service of|by order of|thanks to} {the <FIELD> <WORK>|<WHO>|the <FIELD> group}
            {funnily enough|regrettably|needless to say|if I may|with all due respect}
            """
        ),
    },
    inside={
        ASIDE: _split("gorgeous\nsplendid\nwonderful\nyummy\nlegendary"),
        WISH: _split("immersion-cooled\nsole-use\nreconditioned\nunderclocked\nco-resident\nfactory-sealed"),
    },
    behind_or=_split(
        "{in all candour|what the heck|being realistic|if forced|as <WHO> put it|for a change|in desperation}"
    ),
)

_KOREAN_HELD_OUT = Wordings(
    korean=True,
    lists={
        "WORK": _split("대회\n심사\n세미나\n전시\n과제"),
        "FIELD": _split("지진\n야구\n농업\n영화\n금융"),
        "WHO": _split("본부장님이\n감사팀에서\n학장님이"),
    },
    roles={
        FALLBACK: _split(
            """
            {원안이|첫 번째가|그쪽이} {불발되면|막히면|안 풀리면|여의찮으면}
            {플랜비로는|보험 삼아|마지막 수단으로|타협안으로}
            {구하지 못했을 때는|품절 시엔|못 맞추시면}
            """
        ),
        TOGETHER: _split("{이와 별개로 또|그것 말고도 추가|겸사겸사|묶음 하나 더|동반해서|뒤이어}"),
        INSTEAD: _split("{실언했네요|방금 건 취소하고|숫자가 틀렸네요|정정하자면}"),
        WISH: _split(
            """
            {침수 냉각|독점 사용|봉인된|보안 강화된} {장비로|로}
            {투표 결과에 따라|허가가 떨어져야|입찰 결과를 보고|할인되면}
            {개막식 직전|결승전 무렵|개학 즈음}에
            {외상으로|카드로|현금으로|무이자로}
            {여유분을 드릴|우리가 안 쓰는|양보할}
            """
        ),
        ASIDE: _split(
            """
            <FIELD> <WORK>{가 코앞이라|를 치르려고| 성공시키려고|에 투입할 거라}
            <WHO> {눈치를 주셔서|밥을 사셨거든요|서두르라고 하네요}
            {꾸벅|모쪼록|아무튼|여담이지만|비도 오는데|화이팅입니다}
            {장비를 도둑맞아서|전기가 나가서|할당량이 깎여서}
            """
        ),
    },
    inside={ASIDE: _split("근사한\n고마운\n대단한"), WISH: _split("침수 냉각\n독점\n재생")},
    behind_or=_split("{까놓고 말해|현실적으로|이왕이면|보험 삼아}"),
)

TRAINING = (_ENGLISH, _KOREAN)
HELD_OUT = (_ENGLISH_HELD_OUT, _KOREAN_HELD_OUT)
