#!/usr/bin/env bash
# Doors: the network, sockets, devices, capabilities, places of the system that can be written to. Tries only, and takes back what worked.
. "$(dirname "$0")/lib.sh"
tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ' | grep -vx lo | each "an interface:"
tail -n +2 /proc/net/route | head -1 | each "a route:"
[ -n "${PROBE_HOST_PORT:-}" ] && timeout 3 bash -c "exec 3<> /dev/tcp/127.0.0.1/$PROBE_HOST_PORT" 2> /dev/null && found "the machine's loopback"
timeout 20 find / \( -path /proc -o -path /sys -o -path /usr \) -prune -o -type s -print 2> /dev/null | grep -vE '^/run/proxy.sock$|dotnet-diagnostic|clr-debug' | head -3 | each "a socket:"
awk 'NR > 1 && $8 ~ /^@/ { print $8 }' /proc/net/unix | sort -u | head -3 | each "an abstract socket:"
for device in /dev/kvm /dev/mem /dev/fuse /dev/sd? /dev/vd? /dev/nvme*; do [ -r "$device" ] && found "device $device"; done
grep -E '^Cap(Eff|Bnd|Prm):' /proc/self/status | grep -v '0000000000000000$' | each "a capability:"
grep -q '^NoNewPrivs:[[:space:]]*1' /proc/self/status || found "set-uid programs work"
[ "$(id -u)" = 0 ] && found "we are root"
[ "$(stat -c %u /usr/bin/env)" = "$(id -u)" ] && found "the system's files are ours"
for folder in / /usr /usr/bin /etc /opt /run /var /root /dev /sys/fs/cgroup; do touch "$folder/.probe" 2> /dev/null && { rm -f "$folder/.probe"; found "$folder can be written to"; }; done
for file in /proc/sys/kernel/core_pattern /proc/sysrq-trigger /proc/sys/vm/drop_caches; do (: >> "$file") 2> /dev/null && found "$file can be written to"; done
unshare -U true 2> /dev/null && found "a user namespace of our own"
(: <> /dev/tty) 2> /dev/null && found "a terminal"
[ -e /proc/1/root/ ] && ! [ /proc/1/root/ -ef / ] && [ -r /proc/1/root/etc ] && found "another root"
true
