#!/usr/bin/env bash
# Other processes: what they were started with, their variables, their files; and what the kernel tells of mounts and descriptors.
. "$(dirname "$0")/lib.sh"
for process in /proc/[0-9]*; do
  id=${process#/proc/}
  line=$(tr '\0' ' ' 2> /dev/null < "$process/cmdline" | cut -c 1-2000)
  [ -n "$line" ] || continue
  case $line in *--ro-bind* | *--bind*) found "process $id tells the mounts: ${line:0:80}" ;; *[Bb]ug[Ss]eeder*) found "process $id: ${line:0:80}" ;; esac
  variables=$(tr '\0' '\n' 2> /dev/null < "$process/environ")
  [ "$id" = 1 ] && [ -n "$variables" ] && found "variables of process 1: $(printf %s "$variables" | cut -d= -f1 | head -5)"
  printf %s "$variables" | grep -E '^[A-Za-z_]*(API_KEY|TOKEN|SECRET|PASSWORD)[A-Za-z_]*=.' | cut -d= -f1 | sort -u | each "a secret in the variables of process $id:"
  work=$(readlink "$process/cwd" 2> /dev/null)
  case $work in '' | / | "$here" | "$here"/*) ;; *) found "process $id works in $work" ;; esac
done
ps -eo args 2> /dev/null | grep -E 'VBCSCompiler|MSBuild\.dll.*nodemode|testhost|vstest' | grep -v grep | head -3 | each "a server of an earlier build:"
awk '{ print $4, $5 }' /proc/self/mountinfo | grep -iE 'bug|seed|mutat|trial|bank|target' | each "mountinfo:"
# Whatever this shell itself opens to look is at the number that was free, so the look goes through a file.
list=$(mktemp)
find /proc/$$/fd -mindepth 1 -printf '%f\n' > "$list"
while read -r number; do
  descriptor=/proc/$$/fd/$number
  [ "$number" -gt 2 ] && [ "$number" != 255 ] && found "descriptor $number came with us: $(readlink "$descriptor")"
  case $(readlink "$descriptor") in /dev/* | pipe:* | socket:* | "$here"/* | *.sh | "$list" | '') ;; /*) found "descriptor $number is the file $(readlink "$descriptor")" ;; esac
done < "$list"
rm -f "$list"
