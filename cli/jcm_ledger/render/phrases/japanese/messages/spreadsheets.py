"""Spreadsheets that somebody sent, and why they cannot be read."""

_ANSWERS = "回答は送付したブックに記入するよう依頼してください"
_AGAIN = "表計算ソフトで開き、「Excelブック（.xlsx）」で保存し直して使ってください"
_UNPACK = "展開し、中のブックを使ってください"

SPREADSHEETS = (
    (
        "{n:count} files cannot be read; nothing was recorded",
        "{n}件のファイルを読み取れません。何も記録していません",
    ),
    ("it is {what:known}", "{what}です"),
    ("empty", "空のファイル"),
    ("ask for the file again", "ファイルの再送を依頼してください"),
    ("ask for the workbook itself", "ブック自体の送付を依頼してください"),
    (
        "ask for the workbook that it was made from",
        "作成元のブックの送付を依頼してください",
    ),
    ("ask for the spreadsheet", "表計算ファイルの送付を依頼してください"),
    ("name the file as it was saved", "保存したファイルの名前を指定してください"),
    (
        "the file that Excel keeps beside an open workbook",
        "Excelがブックを開いている間に置く一時ファイル",
    ),
    ("use the file without ~$ in its name", "名前に~$の付かないファイルを使ってください"),
    ("protected by a password", "パスワード付きの文書"),
    (
        ("open it with the password, save it as “Excel Workbook (.xlsx)”, and use that"),
        "パスワードで開き、「Excelブック（.xlsx）」で保存し直して使ってください",
    ),
    (
        "open it with the password, save it without one, and use that",
        "パスワードで開き、パスワードなしで保存し直して使ってください",
    ),
    ("a mail saved from Outlook", "Outlookから保存したメール"),
    ("a mail, or a page saved as one", "メール又はメールの形式で保存したページ"),
    (
        "save the workbook that is attached to it, and use that",
        "添付のブックを保存し、それを使ってください",
    ),
    ("a Word document", "Word文書"),
    ("a text with formatting (RTF)", "書式付きの文書（RTF）"),
    ("the answers belong in the workbook that was sent", _ANSWERS),
    ("a workbook of Excel 97 to 2003 (.xls)", "Excel 97～2003のブック（.xls）"),
    ("a workbook of Excel 95 (.xls)", "Excel 95のブック（.xls）"),
    ("a document of an older Office", "旧版のOfficeの文書"),
    ("a workbook of another program", "別のソフトのブック"),
    (
        ("open it in a spreadsheet program, save it as “Excel Workbook (.xlsx)”, and use that"),
        _AGAIN,
    ),
    (
        "open it in a spreadsheet program, and save it as “Excel Workbook (.xlsx)”",
        _AGAIN,
    ),
    (
        "open it in a spreadsheet program, save it again as .xlsx, and use that",
        "表計算ソフトで開き、.xlsxで保存し直して使ってください",
    ),
    (
        "open it in a spreadsheet program, and save it again",
        "表計算ソフトで開き、保存し直してください",
    ),
    ("a PDF", "PDF"),
    ("a picture", "画像"),
    ("an archive", "圧縮ファイル"),
    ("an archive with nothing in it", "中身のない圧縮ファイル"),
    ("an archive with a password", "パスワード付きの圧縮ファイル"),
    ("unpack it, and use the workbook in it", _UNPACK),
    (
        "a table in XML (Excel 2003), whatever its name says",
        "XML形式の表（Excel 2003。名前と中身が異なります）",
    ),
    ("a flat OpenDocument file (.fods)", "OpenDocumentのXMLファイル（.fods）"),
    ("a page of HTML, whatever its name says", "HTMLのページ（名前と中身が異なります）"),
    ("XML, and no workbook", "ブックではないXML"),
    ("an OpenDocument file (.ods)", "OpenDocumentファイル（.ods）"),
    ("an OpenDocument file, and no spreadsheet", "表計算でないOpenDocumentファイル"),
    ("a binary workbook (.xlsb)", "バイナリブック（.xlsb）"),
    ("a document of Apple Numbers", "Apple Numbersの文書"),
    ("a workbook in “Strict Open XML”", "「厳密なOpen XML」形式のブック"),
    ("its archive is damaged: {error:said}", "ファイルが壊れています（{error}）"),
    ("its archive is damaged", "ファイルが壊れています"),
    ("it is damaged: {error:said}", "内容が壊れています（{error}）"),
    ("it has a DOCTYPE", "DOCTYPEがあります"),
    ("it has no end of elements", "要素の数が多すぎて読み取れません"),
    ('it has a number "{text}"', "数値「{text}」が正しくありません"),
    (
        "it unpacks to {n:count} MB, and more than {most:count} MB are not read",
        "展開すると{n}MBになります（{most}MBまで読み取ります）",
    ),
    (
        "it unpacks to more than {most:count} MB, which are not read",
        "展開すると{most}MBを超えます",
    ),
    (
        "it has {n:count} MB, and more than {most:count} MB are not read",
        "{n}MBあります（{most}MBまで読み取ります）",
    ),
    (
        "delete pictures and sheets that do not belong to it, and save it again",
        "関係のない画像やシートを削除し、保存し直してください",
    ),
    (
        "its archive has {n:count} parts, and more than {most:count} are not read",
        "構成部分が{n}個あります（{most}個まで読み取ります）",
    ),
    ("{part} in it is damaged: {error:said}", "{part}が壊れています（{error}）"),
    ("{part} in it has a DOCTYPE", "{part}にDOCTYPEがあります"),
    ("{part} in it has no end of elements", "{part}の要素の数が多すぎて読み取れません"),
    (
        "{part} in it has more than {most:count} elements",
        "{part}の要素が{most}個を超えています",
    ),
    ('{part} has a cell at "{place}"', "{part}のセルの位置「{place}」が正しくありません"),
    ('{part} has a range "{range}"', "{part}のセル範囲「{range}」が正しくありません"),
    (
        "it has more than {most:count} cells, or as much beside them",
        "セル又はそれに当たるものが{most}個を超えています",
    ),
    ("it has more than {most:count} cells", "セルが{most}個を超えています"),
    (
        "the formula in {cell:word} is longer than any spreadsheet allows",
        "セル{cell}の数式が、表計算ソフトの上限より長くなっています",
    ),
    ("replace it by a text, and save it again", "文字列に置き換え、保存し直してください"),
    (
        "something stands in {cell:word}, beyond row {row:count} or column {column:word}",
        "セル{cell}に記載があります（{row}行目・{column}列まで読み取ります）",
    ),
    (
        "{cells:word} is one range of cells, merged or linked",
        "{cells}が一つの範囲として結合又はリンクされています",
    ),
    ("undo that, and save it again", "解除し、保存し直してください"),
    (
        "it is no workbook that can be understood ({kind})",
        "ブックとして読み取れません（{kind}）",
    ),
    ("a part of it has a DOCTYPE or entities", "DOCTYPE又は実体宣言があります"),
    (
        "delete rows, columns and sheets that do not belong to it, and save it again",
        "関係のない行、列やシートを削除し、保存し直してください",
    ),
    (
        "line {n:count} is beyond what is read of a table",
        "{n}行目が、表として読み取る範囲を超えています",
    ),
    (
        "the row that begins in line {n:count} cannot be read: {error:said}",
        "{n}行目から始まる行を読み取れません（{error}）",
    ),
    (
        "a cell that begins with a quotation mark ends with one; or save it as .xlsx",
        "引用符で始まるセルは引用符で終えるか、.xlsxで保存してください",
    ),
    (
        "it begins as UTF-16 and does not go on so",
        "UTF-16で始まりますが、途中からUTF-16ではありません",
    ),
    (
        "it is neither UTF-8, UTF-16 nor Shift_JIS text",
        "文字コードがUTF-8、UTF-16、Shift_JISのいずれでもありません",
    ),
    (
        "it is not UTF-8, and nothing tells which letters are meant",
        "UTF-8でなく、文字コードを判別できません",
    ),
    ("it is no text: it holds bytes of zero", "テキストではありません（値0のバイトがあります）"),
    (
        "save it as .xlsx, or as UTF-8: in Excel, “CSV UTF-8” among the types of files",
        ".xlsx又はUTF-8で保存してください（Excelでは、ファイルの種類「CSV UTF-8」）",
    ),
)
"""Spreadsheets that somebody sent, and why they cannot be read."""
