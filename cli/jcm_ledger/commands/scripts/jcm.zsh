#compdef jcm
# Completion of jcm in zsh. jcm is asked what fits and answers in lines: the kind, then the words,
# each with a tab and what it means if there is more to say. They are data: nothing here evaluates
# them, and compadd quotes what it inserts.
_jcm() {
  local -a answer offered described
  local line typed="${(j: :)words[1,CURRENT-1]} $QIPREFIX$IPREFIX$PREFIX"
  local either_case='m:{[:lower:][:upper:]}={[:upper:][:lower:]}'
  answer=("${(@f)$(_JCM_COMPLETE=zsh command jcm "$typed" 2>/dev/null)}")
  local kind=$answer[1]
  shift answer
  [[ $kind != words && $PREFIX == --*=* ]] && compset -P 1 '*='
  case $kind in
    (words)
      for line in "${(@)answer}"; do
        if [[ $line == *$'\t'* ]]; then
          described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
          offered+=("$line")
        fi
      done
      (( $#described )) && _describe jcm described -M "$either_case"
      (( $#offered )) && compadd -M "$either_case" -a -- offered ;;
    (files) _files ;;
    (folders) _files -/ ;;
    (files-but) _files -F "(${(b)answer[1]} */${(b)answer[1]})" ;; # a line: the name of the file not to offer
  esac
}
if [[ $funcstack[1] == _jcm ]]; then
  _jcm "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _jcm jcm
fi
