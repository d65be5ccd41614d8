"""Spreadsheets that cannot be read: what a file is, what is wrong with it, what to use instead."""

SPREADSHEETS = (
    ("it is {what:known}", "{what}です"),
    ("protected by a password", "パスワードで保護されたファイル"),
    ("a mail saved from Outlook", "Outlookから保存したメール"),
    ("a Word document", "Wordの文書"),
    ("a workbook of Excel 97 to 2003 (.xls)", "Excel 97～2003のブック（.xls）"),
    ("a workbook of Excel 95 (.xls)", "Excel 95のブック（.xls）"),
    ("a document of an older Office", "旧版のOfficeの文書"),
    ("a text with formatting (RTF)", "書式付きテキスト（RTF）"),
    ("an archive with nothing in it", "中身のない圧縮ファイル"),
    ("an archive with a password", "パスワード付きの圧縮ファイル"),
    ("an archive", "圧縮ファイル"),
    ("a PDF", "PDF"),
    ("a picture", "画像"),
    ("empty", "空のファイル"),
    ("a workbook of another program", "別のソフトのブック"),
    ("a binary workbook (.xlsb)", "バイナリブック（.xlsb）"),
    ("an OpenDocument file (.ods)", "OpenDocument形式のファイル（.ods）"),
    ("a flat OpenDocument file (.fods)", "OpenDocument形式のファイル（.fods）"),
    ("a document of Apple Numbers", "Apple Numbersの書類"),
    ("a workbook in “Strict Open XML”", "「Strict Open XML」形式のブック"),
    (
        "a table in XML (Excel 2003), whatever its name says",
        "XMLの表（Excel 2003。名前と中身が異なります）",
    ),
    ("a page of HTML, whatever its name says", "HTMLのページ（名前と中身が異なります）"),
    ("XML, and no workbook", "ブックでないXML"),
    ("a mail, or a page saved as one", "メール又はメール形式で保存したページ"),
    (
        "the file that Excel keeps beside an open workbook",
        "Excelが開いているブックの横に置く一時ファイル",
    ),
    ("use the file without ~$ in its name", "名前に~$のないファイルを使ってください"),
    (
        "save it as “Excel Workbook (.xlsx)”, and use that",
        "「Excelブック（.xlsx）」として保存し、それを使ってください",
    ),
    (
        "open it in a spreadsheet program, save it as “Excel Workbook (.xlsx)”, and use that",
        "表計算ソフトで開き、「Excelブック（.xlsx）」として保存し、それを使ってください",
    ),
    (
        "open it with the password, save it as “Excel Workbook (.xlsx)”, and use that",
        "パスワードで開き、「Excelブック（.xlsx）」として保存し、それを使ってください",
    ),
    (
        "open it in a spreadsheet program, and save it as “Excel Workbook (.xlsx)”",
        "表計算ソフトで開き、「Excelブック（.xlsx）」として保存してください",
    ),
    (
        "open it in a spreadsheet program, save it again as .xlsx, and use that",
        "表計算ソフトで開き、.xlsxとして保存し直し、それを使ってください",
    ),
    (
        "save the workbook that is attached to it, and use that",
        "添付されたブックを保存し、それを使ってください",
    ),
    (
        "the answers belong in the workbook that was sent",
        "回答は送付したブックに記入してもらってください",
    ),
    (
        "ask for the workbook that it was made from",
        "元のブックを送ってもらってください",
    ),
    ("ask for the workbook itself", "ブックそのものを送ってもらってください"),
    ("ask for the file again", "もう一度送ってもらってください"),
    ("unpack it, and use the workbook in it", "展開し、中のブックを使ってください"),
    ("name the file as it was saved", "保存した名前を指定してください"),
    (
        "it has {size} MB, and more than {limit} MB are not read",
        "{size}MBあり、{limit}MBを超えるものは読みません",
    ),
    (
        "it unpacks to {size} MB, and more than {limit} MB are not read",
        "展開すると{size}MBあり、{limit}MBを超えるものは読みません",
    ),
    (
        "its archive has {n:count} parts, and more than {most:count} are not read",
        "圧縮ファイルに部品が{n}個あり、{most}個を超えるものは読みません",
    ),
    (
        "delete pictures and sheets that do not belong to it, and save it again",
        "不要な画像やシートを削除し、保存し直してください",
    ),
    (
        "delete rows, columns and sheets that do not belong to it, and save it again",
        "不要な行、列及びシートを削除し、保存し直してください",
    ),
    (
        "it has more than {n:count} cells, or as much beside them",
        "セルが{n}個を超えるか、それに相当するものがあります",
    ),
    ("it has more than {n:count} cells", "セルが{n}個を超えています"),
    ("{part} in it has a DOCTYPE", "中の{part}にDOCTYPEがあります"),
    (
        "{part} in it has more than {n:count} elements",
        "中の{part}の要素が{n}個を超えています",
    ),
    ("{part} in it has no end of elements", "中の{part}の要素が際限なく入れ子になっています"),
    ("{part} in it is damaged: {fault}", "中の{part}が壊れています：{fault}"),
    ("its archive is damaged: {fault}", "圧縮ファイルが壊れています：{fault}"),
    (
        "the formula in {cell} is longer than any spreadsheet allows",
        "{cell}の数式が表計算ソフトの上限より長くなっています",
    ),
    ("replace it by a text, and save it again", "文字に置き換え、保存し直してください"),
    (
        "something stands in {cell}, beyond row {row:count} or column {column}",
        "{row}行又は{column}列を超える{cell}に記載があります",
    ),
    (
        "{cells} is one range of cells, merged or linked",
        "{cells}が一つの範囲として結合又はリンクされています",
    ),
    ("undo that, and save it again", "解除し、保存し直してください"),
    ('{part} has a cell at "{cell}"', "{part}のセルの位置「{cell}」が読み取れません"),
    ('{part} has a range "{cells}"', "{part}の範囲「{cells}」が読み取れません"),
    (
        "it is no workbook that can be understood ({fault})",
        "ブックとして読み取れません（{fault}）",
    ),
    ("a part of it has a DOCTYPE or entities", "DOCTYPE又は実体を含む部品があります"),
    (
        "the row that begins in line {line:count} cannot be read: {fault:said}",
        "{line}行目から始まる行が読み取れません：{fault}",
    ),
    (
        "a cell that begins with a quotation mark ends with one; or save it as .xlsx",
        "引用符で始まるセルは引用符で終えるか、.xlsxとして保存してください",
    ),
    (
        "line {line:count} is beyond what is read of a table",
        "{line}行目は読み取る範囲を超えています",
    ),
    (
        "it begins as UTF-16 and does not go on so",
        "UTF-16として始まり、途中から異なります",
    ),
    (
        "it is not UTF-8, and nothing tells which letters are meant",
        "UTF-8でなく、文字コードが判断できません",
    ),
    ("it is no text: it holds bytes of zero", "テキストではありません（値が0のバイトがあります）"),
    (
        "it is neither UTF-8, UTF-16 nor Shift_JIS text",
        "UTF-8、UTF-16、Shift_JISのいずれのテキストでもありません",
    ),
    (
        "save it as .xlsx, or as UTF-8: in Excel, “CSV UTF-8” among the types of files",
        ".xlsxとして保存するか、UTF-8で保存してください（Excelではファイルの種類「CSV UTF-8」）",
    ),
    (
        "{n:count} files cannot be read; nothing was recorded",
        "{n}個のファイルが読み取れないため、何も記録していません",
    ),
)
