"""Whether what a Japanese sentence promises is done once or goes on."""

import re

from jcm_ledger.model.status import Kind, Strength
from jcm_ledger.rules.drafting.results import Because

_CONTINUING = re.compile(
    r"(?:推進|促進|強化|拡大|深化|深め|進め|継続|続け|協力|連携|取り組|支援|維持|活用|努め|広げ|高め|図|共有|交流|対話|協議|議論|検討|意見交換|発展|充実|"
    r"緊密|共に|引き続き|更に|一層|していく|ていく|育て|育成|支え|強め|寄与|貢献|尊重|確保|改善|向上)"
)
_RECURS = re.compile(r"毎年|毎月|年[1-4一二三四]回|相互に|相互派遣")
_ONE_OFF = re.compile(
    r"(?:開催|開く|開始|始め|立ち上げ|設置|設け|設立|創設|作成|策定|公表|発表|締結|署名|公募|打ち上げ|派遣|実施|完了|決定|調整|提出|報告|公開|更新|導入|選定|"
    r"建設|開設|発足|取りまとめ|まとめ|行う|改定|延長|主催|整備|交換|刊行|招待|招へい|調査|結論)"
)


def japanese_kind(words: str, strength: Strength, *, dated: bool) -> tuple[Kind, Because]:
    """Return the kind of what words promise by the verb nearest their end, and what it rests on."""
    if _RECURS.search(words) and not dated:
        return Kind.CONTINUING, Because.VERB
    if dated:
        return Kind.ONE_OFF, Because.DATED
    goes_on = [match.end() for match in _CONTINUING.finditer(words)]
    once = [match.end() for match in _ONE_OFF.finditer(words)]
    if goes_on and max(goes_on) >= max(once, default=0):
        return Kind.CONTINUING, Because.VERB
    if once:
        return Kind.ONE_OFF, Because.VERB
    desired = strength in {Strength.DESIRED, Strength.MENTIONED, Strength.COMMITTED}
    return (Kind.CONTINUING if desired else Kind.ONE_OFF), Because.WORDING
