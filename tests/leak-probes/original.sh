#!/usr/bin/env bash
# The original's text, BugSeeder's own data, or a second copy of a source file, anywhere on the disk.
. "$(dirname "$0")/lib.sh"
elsewhere=(-path /proc -o -path /sys -o -path /dev -o -path /usr -o -path "$here")
if [ -n "$needle" ]; then
  timeout 60 find / \( "${elsewhere[@]}" \) -prune -o -type f -size -4M -print0 2> /dev/null | xargs -0 -r grep -laF -e "$needle" 2> /dev/null | head -5 | each "the original's text in"
  grep -rlaF --exclude-dir=.git -e "$needle" . 2> /dev/null | head -5 | each "the original's text in the workspace:"
fi
find . -name '*.cs' -not -path '*/obj/*' -printf '%f\n' | sort -u | grep -vxE '(Program|GlobalUsings|AssemblyInfo)\.cs' | head -8 | while IFS= read -r name; do
  timeout 20 find / \( "${elsewhere[@]}" \) -prune -o -type f -name "$name" -print 2> /dev/null | head -1
done | each "another file of the name of one here:"
timeout 20 find / \( -path /proc -o -path /sys \) -prune -o \( -iname '.bugseeder' -o -iname '*bugseeder*' -o -name seeds.jsonl -o -name fix.patch -o -name bank.json \) -print 2> /dev/null | head -5 | each "data of the instrument:"
