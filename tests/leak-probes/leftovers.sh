#!/usr/bin/env bash
# What builds, tests and editors leave: compiled originals, symbols, results that name hidden tests, back-ups.
. "$(dirname "$0")/lib.sh"
find . -name .git -prune -o \( -name '*.dll' -o -name '*.pdb' -o -name '*.nupkg' -o -name '*.binlog' -o -name '*.trx' -o -name '*.coverage' -o -name 'coverage*.xml' \
  -o -name '*.orig' -o -name '*.rej' -o -name '*.bak' -o -name '*~' -o -name '.*.sw?' -o -name '*.patch' -o -name '*.user' -o -name 'core.[0-9]*' \
  -o -type d \( -name bin -o -name obj -o -name TestResults -o -name .vs -o -name .idea -o -name StrykerOutput \) \) -print 2> /dev/null | head -10 | each "left:"
find / \( -path /proc -o -path /sys -o -path /usr -o -path "$here" \) -prune -o \( -name '*.trx' -o -name '*.binlog' -o -name project.assets.json -o -name '*.nuget.dgspec.json' \) -print 2> /dev/null | head -5 | each "of a build elsewhere:"
