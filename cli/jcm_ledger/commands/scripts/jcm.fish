# Completion of jcm in fish. jcm is asked what fits and answers in lines: the kind, then the words,
# each with a tab and what it means if there is more to say. They are data: fish quotes what it
# inserts.
function __jcm_completion
    set -l answer (_JCM_COMPLETE=fish command jcm (commandline -cp | string collect) 2>/dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    set -l token (commandline -ct)
    set -l option (string match --regex -- '^--[^=]*=' $token; or echo)
    # What no command of this name completes, fish completes as files, a home or variable as typed.
    set -l files $option(complete -C "'' "(string replace -- "$option" '' $token))
    switch "$kind"
        case words
            printf '%s\n' $answer
        case files
            printf '%s\n' $files
        case folders
            string match --regex -- '.*/(?:\t.*)?$' $files
        case files-but # a line: the name of the file not to offer
            set -l name (string escape --style=regex -- $answer[1])
            string match --invert --regex -- '(^|[/=])'$name'(\t|$)' $files
    end
end
complete --command jcm --erase
complete --command jcm --no-files --arguments '(__jcm_completion)'
