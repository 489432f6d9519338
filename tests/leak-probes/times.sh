#!/usr/bin/env bash
# A few files that are newer than all others by any clock there is: they are the ones that were touched.
. "$(dirname "$0")/lib.sh"
newest() { # NAME FORMAT: few files apart from the rest by a gap that the rest does not have
  find . -name .git -prune -o -type f -printf "$2 %p\n" | sort -n | awk -v name="$1" '
    { at[NR] = $1; path[NR] = $2 }
    END {
      for (i = 2; i <= NR; i++) { gap = at[i] - at[i - 1]; if (i <= NR - 3) { if (gap > usual) usual = gap } else if (gap > most) { most = gap; first = i } }
      if (NR > 8 && most > 0.2 && most > 5 * usual) print name " apart by " most " s: " path[first]
    }'
}
{ newest modified %T@; newest changed %C@; newest born %B@; } | each "newer than the rest:"
git -c safe.directory='*' ls-files --debug 2> /dev/null | awk '/mtime/ { print $2 }' | cut -d: -f1 | sort | uniq -c | awk '{ print $1, $2 }' | sort -n | awk '{ count[NR] = $1 } END { if (NR > 1 && count[1] <= 3 && count[NR] > 8) print count[1] " entries of the index have a time of their own" }' | each "git says:"
