"""What the parser of the command line says, and the words of its help pages."""

USAGE = (
    ("Usage: ", "使い方："),
    ("Try '{command} --help' for help.", "ヘルプ：{command} --help"),
    ("Error: {message:said}", "エラー：{message}"),
    ("Arguments", "引数"),
    ("Options", "オプション"),
    ("Commands", "コマンド"),
    ("Examples:", "例："),
    ("Show this message and exit.", "このヘルプを表示して終了する。"),
    ("required", "必須"),
    ("default: {value:said}", "既定：{value}"),
    ("env var: {name}", "環境変数：{name}"),
    ("(from the title)", "（題名から）"),
    ("(today)", "（本日）"),
    ("No such option: {option}", "オプション{option}はありません"),
    (
        "No such option: {option} (Possible options: {options:names})",
        "オプション{option}はありません（候補：{options}）",
    ),
    ("No such command {command}.", "コマンド{command}はありません"),
    ("Missing command.", "コマンドがありません"),
    ("Missing argument '{name}'.", "引数'{name}'がありません"),
    ("Missing option '{name}'.", "オプション'{name}'がありません"),
    (
        "Missing option '{name}'. Choose from:\n\t{choices:names}",
        "オプション'{name}'がありません。次から選んでください：\n\t{choices}",
    ),
    ("Got unexpected extra argument(s) ({words})", "余分な引数があります（{words}）"),
    ("Option {option} requires an argument.", "オプション{option}には値が必要です"),
    (
        "Option {option} requires {n:count} arguments.",
        "オプション{option}には{n}個の値が必要です",
    ),
    ("Option {option} does not take a value.", "オプション{option}に値は指定できません"),
    ("Argument {name} takes {n:count} values.", "引数{name}には{n}個の値が必要です"),
    ("Invalid value for {name}: {reason:said}", "{name}の値が正しくありません：{reason}"),
    ("Invalid value: {reason:said}", "値が正しくありません：{reason}"),
    ("{value} is not one of {choices:names}.", "{value}は次のいずれでもありません：{choices}"),
    ("{value} is not a valid {kind:word}.", "{value}は{kind}ではありません"),
    ("{value} is not in the range {range}.", "{value}は範囲{range}にありません"),
    (
        "{value} is not a valid boolean. Recognized values: {names:names}",
        "{value}は真偽値ではありません。使える値：{names}",
    ),
    ("Could not open file {name}: {reason:said}", "ファイル{name}を開けません：{reason}"),
)
"""What the parser of the command line says, and the words of its help pages."""
