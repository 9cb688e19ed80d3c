#!/bin/bash
# Measures Turnstile in WildFly and DCMTK's `storescp --fork` in turns on this machine, and prints
# medians and ratios. Type 2 identity each time: Turnstile checks it, storescp checks nothing.
#
#   src/bench/side-by-side.sh [rounds, default 5] [seconds of each measurement, default 5]
#
# Needs: `mvn -Prun` once, for the server that it unpacks; DCMTK; Linux.
set -euo pipefail

rounds=${1:-5}
seconds=${2:-5}
concurrency=${CONCURRENCY:-16}
idle=${IDLE:-2000}
idle_forked=${IDLE_FORKED:-200}

figures=side-by-side.txt
. "$(dirname "$0")/common.sh"

start_dcmtk() {
    mkdir "$work/objects"
    TCP_NODELAY=1 storescp --fork -od "$work/objects" "$dcmtk_port" >"$work/dcmtk.log" 2>&1 &
    started+=($!)
    dcmtk_pid=$!
    await "$dcmtk_port" $! dcmtk
}

measure() { # associate or echo, peer
    local pid=${2}_pid
    local before
    bench "$1" --warmup 1 --seconds 1 --concurrency "$concurrency" "$2" >/dev/null
    before=$(cpu_ticks "${!pid}")
    bench "$1" --warmup 0 --seconds "$seconds" --concurrency "$concurrency" "$2" |
        tee "$work/last" | sed "s/^/$2./" >>"$figures"
    local count
    count=$(sed -n "s/^$1.count=//p" "$work/last")
    awk -v t=$(($(cpu_ticks "${!pid}") - before)) -v hz="$(getconf CLK_TCK)" -v n="$count" \
        -v name="$2.$1.cpu-ms" 'BEGIN { printf "%s=%.3f\n", name, 1000 * t / hz / n }' >>"$figures"
}

row() { # figure, what
    local ours theirs
    ours=$(median "turnstile.$1")
    theirs=$(median "dcmtk.$1")
    printf '%-42s %12s %12s %8s\n' "$2" "$ours" "$theirs" "$(ratio "$ours" "$theirs")"
}

turnstile_port=$(free_port)
dcmtk_port=$(free_port)
: >"$figures"
echo "starting both ..."
start_turnstile
start_dcmtk

echo "warming up ..."
for workload in associate echo; do
    bench $workload --warmup 0 --seconds "${WARMUP:-20}" --concurrency "$concurrency" turnstile \
        >/dev/null
done

for round in $(seq "$rounds"); do
    echo "round $round of $rounds ..."
    for workload in associate echo; do
        for peer in turnstile dcmtk; do
            measure $workload $peer
        done
    done
    bench idle --associations "$idle" --pid "$turnstile_pid" --heap turnstile |
        sed 's/^/turnstile./' >>"$figures"
    bench idle --associations "$idle_forked" --pid "$dcmtk_pid" dcmtk |
        sed 's/^/dcmtk./' >>"$figures"
done

echo
echo "Medians of $rounds rounds, $concurrency at once; idle: $idle (Turnstile), $idle_forked (DCMTK)"
printf '%-42s %12s %12s %8s\n' "" Turnstile DCMTK ratio
row associate.per-second "set-up and release, 1/s"
row associate.median-ms "set-up and release, median ms"
row associate.cpu-ms "set-up and release, CPU ms of the server"
row echo.per-second "echo, 1/s"
row echo.median-ms "echo, median ms"
row echo.cpu-ms "echo, CPU ms of the server"
row idle.memory-kb-each "memory of an idle association, kB"
echo "Turnstile: heap of an idle association:   $(median turnstile.idle.heap-kb-each) kB"
echo "Turnstile: threads, without and with them: $(median turnstile.idle.threads-before)" \
    "$(median turnstile.idle.threads-after)"
echo "Turnstile: echo on a new one, with to without: $(median turnstile.idle.echo-ratio)"
echo "Every figure: $figures"
