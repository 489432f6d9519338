#!/usr/bin/env bash
# What names, neighbours, homes, temporary folders and variables tell; and whether anything of an earlier trial is there (run twice).
. "$(dirname "$0")/lib.sh"
case $here in *[Bb]ug* | *[Ss]eed* | *[Mm]utat* | *[Tt]rial* | *[Bb]ank*) found "the path $here" ;; esac
parent=$(dirname "$here")
[ "$parent" = / ] || ls -A "$parent" | grep -vxF "$(basename "$here")" | head -4 | each "a neighbour:"
find . -type l -not -path './.git/*' -printf '%p -> %l\n' | grep -E -e '-> (/|.*\.\./\.\.)' | head -2 | each "a link that leads away:"
for home in "$HOME" /root /home/*; do
  for name in .bash_history .ssh .aws .netrc .git-credentials .gitconfig .config/gh .docker .claude/projects .codex/sessions .local/share/opencode .gemini/tmp .nuget; do [ -e "$home/$name" ] && found "$home/$name"; done
done
for place in /tmp /var/tmp /dev/shm; do find "$place" -mindepth 1 -maxdepth 1 ! -name 'clr-debug-pipe*' ! -name 'dotnet-diagnostic*' ! -name .dotnet 2> /dev/null | grep -vxF "$here" | head -3 | each "left in $place:"; done
for mark in "$HOME/.probe-mark" /tmp/.probe-mark /dev/shm/.probe-mark; do [ -e "$mark" ] && found "of an earlier trial: $mark"; touch "$mark" 2> /dev/null; done
env | grep -iE '^[^=]*(bugseeder|mutat|trial|SSH_AUTH_SOCK|DBUS|XDG_RUNTIME|DOCKER_HOST)' | each "a variable:"
env | grep -E '^[A-Za-z_]*(API_KEY|TOKEN|SECRET|PASSWORD)[A-Za-z_]*=.' | cut -d= -f1 | each "a secret:"
hostname 2> /dev/null | grep -iE 'bug|seed|trial' | each "the host's name:"
