#!/usr/bin/env fish
# What fish offers at the cursor: fish_test.fish EXDIAG
set -g failed 0
$argv[1] generate fish | source

# offers "words before and at the cursor" expected…: each expected word is offered.
function offers
    set -l offered (complete -C $argv[1] | string split -f 1 \t)
    for wanted in $argv[2..]
        if not contains -- $wanted $offered
            echo "after \"$argv[1]\": no $wanted among: $offered"
            set -g failed 1
        end
    end
end

# And these words are not.
function withholds
    set -l offered (complete -C $argv[1] | string split -f 1 \t)
    for unwanted in $argv[2..]
        if contains -- $unwanted $offered
            echo "after \"$argv[1]\": $unwanted is offered"
            set -g failed 1
        end
    end
end

offers 'exdiag ' diagnose explain rules generate
offers 'exdiag dia' diagnose
offers 'exdiag rules ' list show
offers 'exdiag rules l' list
offers 'exdiag --format ' text json
offers 'exdiag diagnose -f nd' ndjson
offers 'exdiag some.log --f' --format
offers 'exdiag rules list --rul' --rules
offers 'exdiag diagnose --color ' auto always never
offers 'exdiag generate ' bash zsh fish powershell man
withholds 'exdiag rules list ' list diagnose
withholds 'exdiag explain --' --attempt
exit $failed
