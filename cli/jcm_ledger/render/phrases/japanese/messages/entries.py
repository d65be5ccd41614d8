"""Rules of the journal, by the order of the checks."""

ENTRIES = (
    ("{name:word}, entry of {day}: {problem:said}", "{name}、{day}の進捗記録：{problem}"),
    (
        "{name:word}, entry of {day} by nobody: {problem:said}",
        "{name}、{day}の進捗記録（報告機関なし）：{problem}",
    ),
    (
        "{name:word}, entry of {day} by {body:word}: {problem:said}",
        "{name}、{day}の進捗記録（{body}）：{problem}",
    ),
    ("the very same entry is on file already", "全く同じ記録が既にあります"),
    (
        "keep one of the two; what is new belongs in a note",
        "一方を残し、新しいことは内容（note）に書いてください",
    ),
    (
        "it says what decides or for whom, and nobody reports it",
        "状況、期限、担当機関又はどの機関に代わる報告かが書かれていますが、報告機関がありません",
    ),
    (
        "say who reports it: {owners:names}, or committee for both sides{how:tail}",
        "報告機関を書いてください（{owners}、双方の場合はcommittee）{how}",
    ),
    (
        "say who reports it: or committee for both sides{how:tail}",
        "報告機関を書いてください（双方の場合はcommittee）{how}",
    ),
    (
        "say who reports it: {owners:names}, or committee for both sides: --by BODY, or set JCM_BY",
        "報告機関を書いてください（{owners}、双方の場合はcommittee）：--by BODY又はJCM_BY",
    ),
    (
        "say who reports it: or committee for both sides: --by BODY, or set JCM_BY",
        "報告機関を書いてください（双方の場合はcommittee）：--by BODY又はJCM_BY",
    ),
    (
        "the deadline was moved and no note says why",
        "期限を変更した理由が内容（note）にありません",
    ),
    ("say why in a note{how:tail}", "理由を内容（note）に書いてください{how}"),
    (
        "it has neither status, deadline, owners nor note",
        "進捗状況、期限、担当機関、内容のいずれもありません",
    ),
    (
        "say what happened in a note{how:tail}",
        "何があったかを内容（note）に書いてください{how}",
    ),
    ("completed, and no evidence on file", "完了とありますが、根拠資料の記録がありません"),
    (
        'add evidence = ["https://…"], or "ref: …" for what has no address',
        'evidence = ["https://…"]、アドレスのないものは"ref: …"を加えてください',
    ),
    (
        "that is before {meeting} ({made}), which made the commitment",
        "コミットメントが表明された{meeting}（{made}）より前です",
    ),
    (
        "give the day on which it was reported{how:tail}",
        "報告された日を書いてください{how}",
    ),
    ("that is in the future: today is {today}", "未来の日付です（本日は{today}）"),
    (
        "an entry says what has happened; plans belong in a note",
        "記録するのは実際にあったことです。予定は内容（note）に書いてください",
    ),
    ("{body:word} is no owner of it", "{body}は担当機関ではありません"),
    ("its owners: {owners:names}", "担当機関：{owners}"),
    ("its owners: ", "担当機関：なし"),
    (
        "{body:word} was succeeded by {heirs:names} by then",
        "{body}は、その時点で{heirs}に引き継がれています",
    ),
    ("say which body reports it now", "現在報告する機関を書いてください"),
    (
        "{body:word} reports it for {other:word}, of another side",
        "{body}が、別の側の{other}に代わって報告しています",
    ),
    (
        "a body speaks for its own side; committee speaks for both",
        "機関は自らの側についてのみ報告できます。双方の場合はcommitteeとしてください",
    ),
    (
        "the committee speaks for all sides, and on behalf of nobody",
        "合同委員会は全ての側を代表し、特定の機関に代わって報告することはできません",
    ),
    (
        "leave on_behalf_of out, or name the body that reports it",
        "on_behalf_ofを削除するか、報告する機関を書いてください",
    ),
    (
        "it says what happened in {period}, which is after its date",
        "実施時期（{period}）が記録の日付より後です",
    ),
    (
        "date it on the day it was reported; plans belong in a note",
        "日付は報告された日とし、予定は内容（note）に書いてください",
    ),
    ("it hands over to nobody", "引継ぎ先がありません"),
    (
        "name all who own it from now on, or leave owners out",
        "今後の担当機関を全て書くか、ownersを削除してください",
    ),
    (
        "it was handed over and no note says why",
        "担当機関を変更した理由が内容（note）にありません",
    ),
    (
        "it changes which sides own it, and is by {body:word}",
        "担当する側が変わりますが、報告機関が{body}です",
    ),
    (
        'owners is the whole new list; only by = "committee" changes which sides own it{how:tail}',
        (
            "ownersには今後の担当機関を全て書きます。"
            '担当する側を変更できるのはby = "committee"のみです{how}'
        ),
    ),
    (
        (
            "owners is the whole new list: name {owners:names} too, if nothing changed there; "
            'only by = "committee" changes which sides own it{how:tail}'
        ),
        (
            "ownersには今後の担当機関を全て書きます（変更がなければ{owners}も）。"
            '担当する側を変更できるのはby = "committee"のみです{how}'
        ),
    ),
    (
        "another entry of that day sets {keys:names} otherwise",
        "同じ日の別の記録では{keys}の値が異なります",
    ),
    (
        "the later one in the file counts; say in its note that it puts the other right",
        "ファイルで後にある方が有効です。訂正であることを内容（note）に書いてください",
    ),
    ('evidence "{text}" leads nowhere', "根拠資料「{text}」の所在を確認できません"),
    (
        'evidence "{text}" leads nowhere and {more:said}',
        "根拠資料「{text}」の所在を確認できません。また、{more}",
    ),
    (
        "evidence is an http(s) address, an existing file, or a reference: ref: …",
        "根拠資料はhttp(s)アドレス、実在するファイル又は参照（ref: …）です",
    ),
    (
        "{revision} has it in other words",
        "{revision}では記述が異なります",
    ),
    ("{revision} has it, and it is gone", "{revision}にあった記録が消えています"),
    (
        "put it back as it was, and say what is right in a later entry",
        "元に戻し、正しい内容は後の記録に書いてください",
    ),
)
"""Rules of the journal, by the order of the checks."""
