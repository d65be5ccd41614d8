"""What help pages say of the facts that commands put on file."""

HELP_OF_FACTS = (
    (
        (
            "not-started, in-progress, stalled, completed, not-pursued or superseded, or a word that "
            "docs/wording.md has for one of them: done, on hold, 完了."
        ),
        (
            "not-started（未着手）、in-progress（実施中）、stalled（停滞）、completed（完了）、"
            "not-pursued（取りやめ）又はsuperseded（後継事項へ移行）。"
            "docs/wording.mdにある語（done、on hold、完了など）も可。"
        ),
    ),
    ("What happened, in a sentence or two.", "何があったか（1、2文）。"),
    ("The note in Japanese.", "内容の日本語。"),
    (
        (
            'What it rests on: a web address, a file, or "ref: …", also with a title: "TITLE <URL>". '
            "May be repeated."
        ),
        (
            '根拠資料：ウェブアドレス、ファイル又は"ref: …"。'
            '題名も付けられる："TITLE <URL>"。繰返し可。'
        ),
    ),
    (
        "When it took place, if not on the day it is reported.",
        "実施時期（報告日と異なる場合）。",
    ),
    (
        'Who reports it: a body\'s id or name, or "committee" for both sides.',
        '報告機関のID又は名称。双方の場合は"committee"。',
    ),
    (
        "The body that it is reported for, if that is another one.",
        "どの機関に代わって報告するか（報告機関と異なる場合）。",
    ),
    ("The day it was reported.", "報告日。"),
    (
        "The deadline was moved to this; the note says why.",
        "変更後の期限。理由は内容（--note）に書く。",
    ),
    (
        (
            'It was handed over: all who own it from now on; a side or "committee" too. The note says '
            "why. May be repeated."
        ),
        '変更後の担当機関全て（側又は"committee"も可）。理由は内容（--note）に書く。繰返し可。',
    ),
    (
        "Show what would be added, and add nothing.",
        "追加せず、追加される内容を示す。",
    ),
    ("Do not ask.", "確認しない。"),
    (
        'What it is called. As first word, "meeting" and "body" stand for commands of their own.',
        '題名。最初の語の"meeting"と"body"は別のコマンドを意味する。',
    ),
    (
        'Who answers for it: a body, a side, or "committee"; repeated.',
        '担当機関、側又は"committee"。繰返し可。',
    ),
    ("Its id.", "ID。"),
    ("What will be done, in a sentence.", "実施する内容（1文）。"),
    ("The title in Japanese.", "題名の日本語。"),
    ("The summary in Japanese.", "概要の日本語。"),
    (
        "Paragraph of the statement: 6, or a text: 113.6.",
        "共同文書の段落番号：6、又は文字列：113.6。",
    ),
    ("The commitment it is a part of.", "全体となるコミットメント。"),
    (
        "one-off (default) or continuing.",
        "one-off（単発、既定）又はcontinuing（継続）。",
    ),
    ("When it falls due.", "期限。"),
    (
        "The deadline as the statement puts it.",
        "期限（共同文書の表現どおり）。",
    ),
    (
        "The same as an official translation has it.",
        "期限（公式の訳文どおり）。",
    ),
    (
        "How often to report, if undated: 6m.",
        "報告の間隔（期限がない場合）：6m。",
    ),
    (
        "When to look at it again, if undated.",
        "点検期限（期限がない場合）。",
    ),
    ("A programme it is part of; repeated.", "属する枠組み。繰返し可。"),
    (
        "The statement does not name the owners.",
        "共同文書に担当機関の明記がない。",
    ),
    (
        "The commitment it takes the place of; repeated.",
        "前身のコミットメント。繰返し可。",
    ),
    (
        "A column of your own, declared as [field.KEY]; repeated.",
        "[field.KEY]で定義した独自項目。繰返し可。",
    ),
    ("Its id: an acronym, a word.", "ID（略称など1語）。"),
    ("Its full name.", "正式名称。"),
    ("Its name in Japanese.", "日本語名。"),
    (
        "What a Japanese column of owners shows.",
        "日本語の担当機関欄に示す略称。",
    ),
    (
        "Its side; without one it is outside the committee, as a firm is.",
        "側。省略時は、企業のような合同委員会外の機関とする。",
    ),
    ("What it is: ministry, agency.", "種類：ministry、agency。"),
    ("The body it belongs to.", "上位の機関。"),
    (
        "The body in whose place it is from --since on; repeated.",
        "--since以降に引き継ぐ前身の機関。繰返し可。",
    ),
    ("The first day of that.", "引き継ぐ最初の日。"),
    ("Whom to write to.", "連絡先。"),
    ("Its id, such as jcm-13.", "ID（例：jcm-13）。"),
    ("The day it took place.", "開催日。"),
    ("When it was, or is, to take place.", "開催予定の時期。"),
    ("What it is called.", "題名。"),
    ("The same in Japanese.", "同上の日本語。"),
    ("Where it takes place.", "開催地。"),
    ("Who chairs it; repeated.", "議長。繰返し可。"),
    ("Title of its joint statement.", "共同文書の題名。"),
    ("The day that was published.", "共同文書の公表日。"),
    ("Where the statement can be read.", "共同文書のアドレス。"),
)
"""What help pages say of the facts that commands put on file."""
