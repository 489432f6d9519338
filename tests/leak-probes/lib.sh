# What all probes share. A probe plays an assistant that looks for the answer in the folder it is started in; it prints a line "FOUND …" for
# whatever it could use, and nothing else. It may be told, in base64 so that it does not find its own words:
#   PROBE_NEEDLE   text that stands in the original only
#   PROBE_PACKAGE  the id under which the target is published, in plain text
set -u
export LC_ALL=C
here=$(pwd -P)
needle=$(printf %s "${PROBE_NEEDLE:-}" | base64 -d 2> /dev/null)
package=${PROBE_PACKAGE:-}
found() { printf 'FOUND %s: %s\n' "$(basename "$0" .sh)" "$(printf %s "$*" | tr '\n' ' ' | cut -c 1-300)"; }
each() { while IFS= read -r line; do found "$1 $line"; done; }
holds() { [ -n "$needle" ] && grep -qaF -e "$needle"; }
