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

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
jar=$here/target/turnstile-bench.jar
ear=$root/ear/target/turnstile.ear
launcher=$root/src/demo/target/classes
wildfly=$(ls -d "$root"/src/demo/target/wildfly-*/ 2>/dev/null | head -1 || true)

fail() {
    echo "$*" >&2
    exit 1
}

[ -f "$jar" ] || fail "$jar is missing: run mvn -pl src/bench -am package -DskipTests"
[ -f "$ear" ] && [ -d "$launcher" ] && [ -n "$wildfly" ] ||
    fail "The demo is missing: run mvn -Prun, and stop it when its banner is there"
command -v storescp >/dev/null || fail "storescp is missing: apt-get install dcmtk"

work=$(mktemp -d)
figures=$here/target/side-by-side.txt
started=()

clean_up() {
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)); answers "$port"; do :; done
    echo "$port"
}

await() { # port, process, name
    for _ in $(seq 600); do
        answers "$1" && return
        kill -0 "$2" 2>/dev/null || fail "$3 ended while it started: $(tail -5 "$work/$3.log")"
        sleep 0.2
    done
    fail "$3 did not open its port"
}

# The server is a copy, so that a demo that runs is left alone.
start_turnstile() {
    mkdir "$work/home"
    cp -r "$wildfly" "$work/wildfly"
    rm -rf "$work"/wildfly/standalone/{log,tmp,deployments/turnstile.*}
    sed "s/^listener.default.port.*/listener.default.port = $turnstile_port/" \
        "$launcher/home/turnstile.properties" >"$work/home/turnstile.properties"
    cat >>"$work/home/turnstile.properties" <<LIMITS
listener.default.maxAssociations = 10000
listener.default.maxAssociationsPerPeer = 10000
listener.default.maxConnections = 20000
listener.default.idle = 60m
LIMITS
    java -cp "$launcher" -Dturnstile.home="$work/home" -Dturnstile.demo.wildfly="$work/wildfly" \
        -Dturnstile.demo.ear="$ear" -Dturnstile.demo.scripts="$root/ear/src/main/scripts" \
        org.turnstile.demo.Launcher >"$work/turnstile.log" 2>&1 &
    started+=($!)
    await "$turnstile_port" $! turnstile
    turnstile_pid=$(ps -o pid= --ppid $! | tr -d ' ')
}

start_dcmtk() {
    mkdir "$work/objects"
    TCP_NODELAY=1 storescp --fork -od "$work/objects" "$dcmtk_port" >"$work/dcmtk.log" 2>&1 &
    started+=($!)
    dcmtk_pid=$!
    await "$dcmtk_port" $! dcmtk
}

bench() { # command and options, peer
    local peer=${*: -1}
    local port=${peer}_port
    java -XX:+UseSerialGC -jar "$jar" "${@:1:$#-1}" --user modality --password modality-pass \
        -aec TURNSTILE 127.0.0.1 "${!port}"
}

cpu_ticks() { # of a process and of those of its children that have ended
    awk '{ sub(/^.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$1/stat"
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

median() { # figure
    sed -n "s/^$1=//p" "$figures" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
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
