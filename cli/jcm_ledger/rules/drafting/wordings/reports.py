"""English wordings that promise nothing: who welcomes, tells, views, denies or supposes."""

from jcm_ledger.rules.drafting.wordings.row import Sense, Wording

_RECOGNITION, _REPORT, _VIEW = Sense.RECOGNITION, Sense.REPORT, Sense.VIEW
_DENIED, _CONDITION = Sense.DENIED, Sense.CONDITION


REPORTS: tuple[Wording, ...] = (
    Wording("welcome/applaud/commend/praise/appreciate/congratulate/celebrate/hail/thank/salute/honour/cherish/treasure~", _RECOGNITION, None, "The ministers welcomed the plan to open a site.", "The ministers opened a site."),
    Wording("would like to thank/express/congratulate/acknowledge/welcome/commend/recall/note/stress/underline", _RECOGNITION, None, "Ministers would like to thank the host.", "Brazil would like to join the survey."),
    Wording("express/convey/extend/voice/offer/share/state~ {their} appreciation/gratitude/thanks/satisfaction/condolences/concern/regret/sympathy/support/admiration/pleasure/congratulations/recognition", _RECOGNITION, None, "Both sides expressed their satisfaction with the results.", "Both sides expressed their desire to go on."),
    Wording("express/convey/extend/voice/share~ appreciation/gratitude/thanks/satisfaction/condolences/concern/regret/support/deep/sincere/great/strong/serious", _RECOGNITION, None, "The delegations expressed appreciation for the welcome.", "They expressed interest in joining."),
    Wording("note/acknowledge/recognise/recognize/observe/recall/remember/appraise/value/cite~", _RECOGNITION, None, "They noted that secure networks will be essential.", "They agreed to secure the networks."),
    Wording("take/pay~ note/tribute/notice/stock/account of/to", _RECOGNITION, None, "Japan took note of the plan.", "Japan took the lead in the plan."),
    Wording("be~ pleased/glad/encouraged/satisfied/delighted/honoured/grateful/concerned/proud/convinced/aware/mindful", _RECOGNITION, None, "Ministers were pleased with the progress made.", "Ministers were prepared to go on."),
    Wording("underline/underscore/stress/emphasise/emphasize/highlight/reaffirm/reiterate/affirm/confirm/reconfirm/endorse/support/reflect/accentuate/insist/point_out/attach/echo/evaluate~", _RECOGNITION, None, "India stressed that transfers must be fair.", "India confirmed its intention to join."),
    Wording("confirm/reconfirm/affirm/reaffirm/reiterate/declare/state/pledge/indicate/signal/promise~ that", Sense.THAT, None, "They confirmed that both countries will enhance cooperation.", "They confirmed that trust matters."),
    Wording("confirm/affirm/approve/adopt/endorse~ {their} continuation/extension/renewal/establishment/launch/holding/creation/start/roadmap/programme/plan/work_plan/action_plan/terms/agenda/priorities", Sense.WEAK, None, "The Committee approved the extension of the fund.", "The Committee confirmed the minutes."),
    Wording("discuss/review/examine/explore/consider/debate/address/assess/deliberate/touch/focus/revisit/analyse/analyze/study~", _REPORT, None, "The Committee discussed how it will fund a site.", "The Committee will discuss a site."),
    Wording("exchange/share/compare/swap~ views/information/opinions/experience/experiences/perspectives/priorities/updates/lessons/best/insights/notes/a/the/their/common/ideas", _REPORT, None, "They exchanged views on how funds could be shared.", "They agreed to share the results."),
    Wording("present/introduce/outline/describe/explain/report/update/brief/inform/showcase/demonstrate/illustrate/detail/summarise/summarize/display/display/deliver/give/provide/elaborate/comment/speak/say/tell/add/remark/argue/claim/propose/suggest/ask/raise/mention/cover/include/list/contain/show/set_out/lay_out~", _REPORT, None, "Korea presented its plan, which it will publish.", "Korea plans to publish it."),
    Wording("hear/receive/listen/learn/watch/attend/visit/join/host/lead/chair/co-chair/open/convene/gather/participate/accompany/represent/conclude/close/finish~", _REPORT, None, "The two delegations heard how the plan will go on.", "The two delegations plan to go on."),
    Wording("identify/find/select/choose/map/list/compile/collect/prepare/draft/produce/publish/issue/sign/launch/start/begin/establish/complete/hold/run/organise/organize/implement/conduct/carry_out/build/develop/support/fund/promote/strengthen/advance/invest/work/cooperate/collaborate/continue/make/bring/witness/see/increase/grow/achieve/reach/mark/exchange/enjoy/benefit/contribute/help/enable/allow/lead/play/remain/become/serve/rest/depend/require/need/face~", _REPORT, None, "They identified barriers that might hinder mobility.", "They agreed to identify barriers."),
    Wording("state/announce/declare/indicate/clarify/warn/predict/hope/trust~", _REPORT, None, "The chair stated the view of the panel.", "The chair hoped to go on."),
    Wording("refer/point/allude~ to", _REPORT, None, "Japan referred to the treaty of 1996.", "Japan referred to planned flights."),
    Wording("invite/encourage/request/urge/call/ask~", _REPORT, None, "The chair invited comments.", "The chair invited the funders to comment."),
    Wording("agree/concur~ with", _VIEW, None, "Canada agreed with the chair.", "Canada agreed to chair."),
    Wording("agree/concur/decide~ on/upon … importance/need/value/relevance/significance/necessity/urgency/usefulness/benefits/benefit/merit/merits/role/principle/principles/potential", _VIEW, None, "Both parties agreed on the need to protect freedom.", "Both parties agreed on a plan."),
    Wording("agree~ to differ/disagree", _VIEW, None, "The delegations agreed to differ on this point.", "The delegations agreed to meet."),
    Wording("envisage/foresee~ a/an [shared/common/new/greater/growing/larger] future/world/society/era/need/role/increase/growth/rise/decline/demand/risk", _VIEW, None, "They envisage a world without hunger.", "They envisage a workshop on hunger."),
    Wording("believe/consider/view/regard/think/feel/hold/maintain/share~", _VIEW, None, "They believe that a fund will help.", "They will fund it."),
    Wording("share/express/hold/reach/have~ {their} view/recognition/understanding/vision/concern/belief/conviction/opinion/position/ambition/values that/of/on/about/for/and", _VIEW, None, "They shared the view that talent will be scarce.", "They shared the results."),
    Wording("discuss/explore/consider/debate~ {their} ambition/ambitions/plan/plans/intention/desire/possibility/possibilities/options/ways to/of/for", _REPORT, None, "They discussed their ambition to cooperate.", "They confirmed their ambition to cooperate."),
    Wording("did/do/does/could/can/would/should/will/have/has/had/are/is/were/was/shall/must/may not", _DENIED, None, "Ministers did not commit to a date for the talks.", "Ministers committed to a date."),
    Wording("will/shall not hesitate/rest/waver/relent/tolerate/forget/stand_by/stand_idly", _VIEW, None, "We will not hesitate to speak.", "We will not sell such maps."),
    Wording("cannot", _DENIED, None, "The parties cannot agree to share it.", "The parties agreed to share it."),
    Wording("fail/decline/refuse/postpone/defer/suspend/withdraw~", _DENIED, None, "The parties failed to agree on patents.", "The parties agreed on patents."),
    Wording("be~ unable/reluctant/unwilling/not", _DENIED, None, "Norway was unable to commit to the plan.", "Norway was able to join the plan."),
    Wording("no/neither/nobody/none", _DENIED, None, "No agreement was reached on a common approach.", "Agreement was reached on a joint approach."),
    Wording("may/might/could/can", _CONDITION, None, "Such data may prove useful.", "The data will prove useful in May."),
    Wording("must/need/needs", _VIEW, None, "Transfers must be fair.", "Transfers should be opened by May."),
)  # fmt: skip
"""Where two match, the longer one counts; one that promises counts before one that does not."""
