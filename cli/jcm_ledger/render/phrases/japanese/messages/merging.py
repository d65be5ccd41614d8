"""What a merge by git leaves to be settled."""

MERGING = (
    (
        "jcm: {name}: only one side has {entry:said}; it is kept",
        "jcm: {name}：{entry}は一方にのみあり、保持しました",
    ),
    (
        "jcm: {name}: both sides changed {table:said}: choose between the markers",
        "jcm: {name}：{table}が双方で変更されています。印の間から選んでください",
    ),
    (
        "jcm: {name}: merged, and put this right before git add: {problem:said}",
        "jcm: {name}：統合しました。git addの前に次を直してください：{problem}",
    ),
    (
        "jcm: {name}: merged; the later one in the file counts: {warning:said}",
        "jcm: {name}：統合しました。ファイルで後にある方が有効です：{warning}",
    ),
    (
        "jcm: {name}: merging by line left out {entry:said}: put it back before git add",
        "jcm: {name}：行ごとの統合で{entry}が抜けました。git addの前に戻してください",
    ),
    (
        "{name}: not merged by table: {reason:said}",
        "{name}：表ごとに統合できません（{reason}）",
    ),
    (
        (
            "both sides stand between git's conflict markers: keep what is right, delete the lines of "
            "< = and >, then {check:said} and git add {name}; to see theirs: git show {theirs}"
        ),
        (
            "双方の内容がgitの競合の印の間にあります。正しい方を残し、< = >の行を削除し、"
            "{check}、git add {name}としてください。相手側を見るには：git show {theirs}"
        ),
    ),
    ("check it", "点検"),
    ("the entry of {day:word} about {name:word}", "{name}に関する{day}の進捗記録"),
    ("the file", "ファイル"),
    ("the tables", "表"),
    ("the keys before the first table", "最初の表の前のキー"),
    ("an element of {array:word}", "{array}の要素"),
    ("a remark", "コメント"),
    ("commitment {name:word}", "コミットメント{name}"),
    ("organisation {name:word}", "機関{name}"),
    ("meeting {name:word}", "会合{name}"),
    ("theme {name:word}", "分野{name}"),
    ("field {name:word}", "独自項目{name}"),
    ("committee", "合同委員会"),
    ("our side", "こちら側"),
    ("their side", "相手側"),
    ("the common state", "共通の元"),
    ("the result", "結果"),
    ("the two do not fit together: {problem:said}", "双方が両立しません：{problem}"),
    (
        "its tables would be neither ours nor theirs",
        "表がどちらの側とも異なってしまいます",
    ),
    ("the translation of an entry would be lost", "記録の翻訳が失われます"),
    (
        "an entry of [[{table}]] would be lost or doubled",
        "[[{table}]]の記録が失われるか重複します",
    ),
    (
        "{table:said} would be neither ours nor theirs",
        "{table}がどちらの側とも異なってしまいます",
    ),
    (
        "jcm: git cannot say whether the ledger is merged: {failure:said}",
        "jcm: gitに統合の状態を確認できません：{failure}",
    ),
    (
        "git could not merge it, and this is not in it: {what:said}",
        "gitが統合できず、次の内容が含まれていません：{what}",
    ),
    ("what their side changed", "相手側の変更"),
    ("{entry:known}, {more:known}", "{entry}、{more}"),
    ("{entry:known} and {n:count} more", "{entry}ほか{n}件"),
    (
        "git could not merge it, and what is missing cannot be told: {reason:said}",
        "gitが統合できず、欠けている内容を確認できません：{reason}",
    ),
    (
        (
            "put back what is missing: git show {ours} and git show {theirs} have it. Or start from "
            "both sides anew: jcm git-setup, then git checkout --merge {file}. If it is right as it "
            "is: git add {name}"
        ),
        (
            "欠けている内容を戻してください（git show {ours}とgit show {theirs}にあります）。"
            "双方からやり直すには：jcm git-setup、次にgit checkout --merge {file}。"
            "このままで正しければ：git add {name}"
        ),
    ),
    ("git counts it as not merged yet", "gitでは統合が終わっていない扱いです"),
    (
        "when it is as it should be: git add {file}",
        "内容が正しければ：git add {file}",
    ),
)
"""What a merge by git leaves to be settled."""
