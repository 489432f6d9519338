#!/usr/bin/env bash
# What git still knows: commits, reflog, stash, tags, remotes, objects that no commit needs, other repositories, telling words.
. "$(dirname "$0")/lib.sh"
ask() { git -c safe.directory='*' -c core.fsmonitor=false "$@" 2> /dev/null; }
folder=$(ask rev-parse --absolute-git-dir) || exit 0
[ -f .git ] && found "the repository is elsewhere: $(cat .git)"
[ "$(ask rev-parse --show-toplevel)" = "$here" ] || found "a repository around this folder: $(ask rev-parse --show-toplevel)"
[ "$(ask rev-list --all | wc -l)" -gt 1 ] && found "commits: $(ask log --all --oneline | head -3)"
ask reflog --all | head -2 | each "a reflog:"
ask stash list | each "a stash:"
ask tag | head -3 | each "a tag:"
ask remote -v | head -2 | each "a remote:"
ask config --list --local | grep -E '^(remote|include|url)\.|hookspath|worktree' | each "configuration:"
for name in ORIG_HEAD FETCH_HEAD MERGE_HEAD shallow commondir objects/info/alternates worktrees modules rr-cache; do [ -e "$folder/$name" ] && found ".git/$name"; done
ask fsck --unreachable --no-reflogs | head -3 | each "an object that nothing needs:"
all=$(ask cat-file --batch-all-objects --batch-check | wc -l)
needed=$(($(ask ls-tree -r -t HEAD | awk '{ print $3 }' | sort -u | wc -l) + 2))
[ "$all" -gt "$needed" ] && found "$all objects where $needed would do"
if [ -n "$needle" ]; then
  ask cat-file --batch-all-objects --batch-check | awk '$2 == "blob" { print $1 }' | while read -r blob; do ask cat-file blob "$blob" | holds && echo "$blob"; done | head -1 | each "the original's text in blob"
fi
ask status --porcelain | head -3 | each "not committed:"
ask log --all --format='%an %ae %s %ad' | grep -iE 'bug|mutat|seed|plant|inject' | each "a commit says:"
