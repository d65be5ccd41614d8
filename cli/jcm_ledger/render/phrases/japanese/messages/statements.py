"""Files that cannot be read as a joint statement, and drafts that cannot be adopted."""

STATEMENTS = (
    (
        "{name}: no statement can be read from it: {reason:said}",
        "{name}：共同文書として読み取れません（{reason}）",
    ),
    (
        "name a file of text, HTML, Word (.docx) or PDF; - is text from standard input",
        "テキスト、HTML、Word（.docx）又はPDFのファイルを指定してください。-は標準入力のテキストです",
    ),
    ("an old Office document", "旧形式のOffice文書"),
    ("a Rich Text document", "リッチテキスト文書"),
    ("a web archive or a mail", "ウェブアーカイブ又はメール"),
    ("a web archive", "ウェブアーカイブ"),
    (
        "no text in UTF-8, UTF-16 or Shift_JIS",
        "UTF-8、UTF-16又はShift_JISのテキスト以外のファイル",
    ),
    (
        "it is called {suffix:word}, and is none",
        "名前は{suffix}ですが、中身はその形式ではありません",
    ),
    ("save it as .docx", ".docxで保存してください"),
    ("save the page as HTML", "ページをHTMLで保存してください"),
    (
        "save it as text in UTF-8, as .docx or HTML",
        "UTF-8のテキスト、.docx又はHTMLで保存してください",
    ),
    ("there is no text in this {kind:said}", "この{kind}に文字がありません"),
    ("document", "文書"),
    ("page", "ページ"),
    ("text", "テキスト"),
    (
        (
            "if its pages are pictures, have their text recognised first; or copy the text into a "
            "file of its own"
        ),
        (
            "ページが画像であれば、先に文字認識をしてください。"
            "又は、本文を別のファイルに写してください"
        ),
    ),
    (
        (
            "it has more than {letters:count} letters or {paragraphs:count} paragraphs, and no joint "
            "statement is as long"
        ),
        "{letters}字又は{paragraphs}段落を超えており、共同文書にしては長すぎます",
    ),
    ("it has more than {n:count} MB", "{n} MBを超えています"),
    ("keep the statement alone in a file", "共同文書のみのファイルにしてください"),
    (
        "reading {what:said} needs a library that is not installed",
        "{what}を読むためのライブラリがありません",
    ),
    (
        "pip install 'jcm-ledger[{extra}]', or copy the text into a file of its own",
        "pip install 'jcm-ledger[{extra}]'を実行するか、本文を別のファイルに写してください",
    ),
    ("see that its name is spelled as it is", "名前の綴りを確認してください"),
    (
        "its elements are too many, or nested too deep",
        "要素が多すぎるか、入れ子が深すぎます",
    ),
    ("copy the text into a file of its own", "本文を別のファイルに写してください"),
    ("copy the text into a document of its own", "本文を別の文書に写してください"),
    ("it is damaged ({why})", "壊れています（{why}）"),
    (
        "it is damaged, or no Word document ({why})",
        "壊れているか、Word文書ではありません（{why}）",
    ),
    ("it is protected", "保護されています"),
    (
        "open it, and save the text or print it to a PDF",
        "開いて、本文を保存するか、PDFに印刷してください",
    ),
    (
        "it takes more time or memory than any statement needs",
        "共同文書としては時間又はメモリがかかりすぎます",
    ),
    ("open it in Word and save it again", "Wordで開き、保存し直してください"),
    (
        "unpacked it would be larger than any statement",
        "展開すると、共同文書にしては大きすぎます",
    ),
    (
        "it is an archive, and no Word document",
        "Word文書ではない圧縮ファイルです",
    ),
    (
        "its XML declares entities, which Word never does",
        "XMLに、Wordが用いない実体の宣言があります",
    ),
    (
        "{name}: no draft can be read from it: {reason:said}",
        "{name}：草案として読み取れません（{reason}）",
    ),
    (
        "name a draft in TOML, as drafting writes it",
        "TOMLの草案を指定してください",
    ),
    (
        "{name} has {n:count} problems, and nothing was added:\n{problems:lines}",
        "{name}に問題が{n}件あるため、何も追加していません：\n{problems}",
    ),
    (
        "{name} has a problem, and nothing was added:\n{problems:lines}",
        "{name}に問題があるため、何も追加していません：\n{problems}",
    ),
    ("{problem:known}; {next:known}", "{problem}。{next}"),
    ("correct it, and adopt it again", "直してから、もう一度実行してください"),
    (
        "type a title in your own words, or delete the table",
        "自分の言葉で題名を書くか、表を削除してください",
    ),
    (
        "add meeting = the id of the meeting, or name it for all tables: --meeting ID",
        "meeting = 会合のIDを加えるか、全ての表について--meeting IDで指定してください",
    ),
    (
        "{name:word}: a draft holds commitments, bodies and meetings alone",
        "{name}：草案に書けるのは、コミットメント、機関及び会合のみです",
    ),
    (
        "put it into the ledger by hand, or take it out",
        "台帳に直接書くか、草案から除いてください",
    ),
    ('"{key}" is no key that jcm knows', "「{key}」はjcmの知らない項目です"),
    ("take it out", "除いてください"),
    (
        "there is no table in it; take the # away from those that you keep",
        "表がありません。残すものの#を外してください",
    ),
    (
        "take the # away from the bodies that you keep, or have those added: --bodies",
        "残す機関の#を外すか、--bodiesで追加してください",
    ),
    ("Add them?", "追加しますか？"),
    ("jcm adopt adds them when you say yes", "yと答えると追加します"),
)
"""Files that cannot be read as a joint statement, and drafts that cannot be adopted."""
