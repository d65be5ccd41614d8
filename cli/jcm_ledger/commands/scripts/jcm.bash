# Completion of jcm in bash. jcm is asked what fits and answers in lines: the kind, then the words,
# as bash has to be given them. They are data: nothing here evaluates or globs them.
_jcm_completion() {
    local kind line
    COMPREPLY=()
    {
        IFS= read -r kind
        case $kind in
        words) while IFS= read -r line; do COMPREPLY+=("$line"); done ;;
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
        files-but) # a line: the name of the file not to offer
            IFS= read -r kind
            compopt -o filenames
            while IFS= read -r line; do
                [[ ${line##*/} == "$kind" ]] || COMPREPLY+=("$line")
            done < <(compgen -f -- "$2")
            ;;
        esac
    } < <(_JCM_COMPLETE=bash command jcm "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}
complete -F _jcm_completion jcm
