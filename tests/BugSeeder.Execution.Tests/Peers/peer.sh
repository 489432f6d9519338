#!/bin/sh
# Plays an assistant. The first argument says how it behaves; it is a real program because what is tested is real processes.
behaviour=$1
shift
case "$behaviour" in
  answer) printf 'working\n'; printf 'the answer' > "$1" ;;         # answer <answer file>
  fix) printf 'a + b\n' > calc.txt; cat "$1" ;;                      # fix <prompt file>
  say) printf '%s' "$1" ;;                                           # say <text>
  count) wc -c | tr -d ' ' ;;
  variable) eval "printf '%s' \"\$$1\"" ;;                           # variable <name>
  where) pwd ;;
  fail) printf 'half an answer\n'; echo 'something broke' >&2; exit 7 ;;
  silent) sleep 60 ;;
  busy) while :; do :; done ;;
  starved)                                                           # works a sixth of the time, for some four seconds
    round=0; while [ $round -lt 40 ]; do round=$((round + 1)); step=0; while [ $step -lt 20000 ]; do step=$((step + 1)); done; sleep 0.1; done; echo done ;;
  chatty) while :; do echo tick; sleep 0.2; done ;;
  endless) while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done ;;
  stubborn) trap '' TERM INT HUP; echo started; while :; do sleep 1; done ;;
  orphan) (setsid sh -c 'echo $$ > "$1"; exec sleep 60' sh "$1" &)   # orphan <pid file>
          while [ ! -s "$1" ]; do sleep 0.05; done; echo left ;;
  stranger) (env -i setsid sleep 6 &) ; echo left ;;
  child) sleep 60 & echo $! > "$1"; wait ;;                          # child <pid file>
  latin) printf 'caf\351 \377\376\n' ;;
  deaf) exec < /dev/null; echo 'did not listen' ;;
  claude)                                                            # claude [arguments of Claude Code]
    [ "$1" = --version ] && { echo '9.9.9 (Claude Code)'; exit 0; }
    printf '%s\n' "$@" > arguments; env > environment; cat > prompt
    printf '{"type":"system","subtype":"init","cwd":"%s","claude_code_version":"9.9.9"}\n' "$PWD"
    printf '{"type":"assistant","message":{"content":[{"type":"text","text":"my key is %s"}]}}\n' "$ANTHROPIC_API_KEY"
    printf '{"type":"result","subtype":"success","is_error":false,"result":"{\\"verdict\\":\\"none\\"}"}\n' ;;
  *) echo "no behaviour $behaviour" >&2; exit 64 ;;
esac
