#!/bin/bash
# What side-by-side.sh, archives.sh, kerberos.sh and passcode.sh share: where things are, starting Turnstile on a
# copy of the demo's server, ending what was started, and medians. Sourced, after `figures` is set,
# `settings` where the server needs more lines of turnstile.properties, and `heap` where its heap is
# to have another size. A function
# `configure_server` is called with the copy in place and not yet started, and `end_more` at the end.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
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
figures=$here/target/$figures
started=()

clean_up() {
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    if declare -F end_more >/dev/null; then
        end_more
    fi
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
    mkdir -p "$work/home"
    cp -r "$wildfly" "$work/wildfly"
    rm -rf "$work"/wildfly/standalone/{log,tmp,deployments/turnstile.*}
    sed "s/^listener.default.port.*/listener.default.port = $turnstile_port/" \
        "$launcher/home/turnstile.properties" >"$work/home/turnstile.properties"
    cat >>"$work/home/turnstile.properties" <<LIMITS
listener.default.maxAssociations = 10000
listener.default.maxAssociationsPerPeer = 10000
listener.default.maxConnections = 20000
listener.default.idle = 60m
${settings:-}
LIMITS
    if declare -F configure_server >/dev/null; then
        configure_server
    fi
    java -cp "$launcher:$launcher/../lib/*" -Dturnstile.home="$work/home" \
        -Dturnstile.demo.wildfly="$work/wildfly" -Dturnstile.demo.ear="$ear" \
        -Dturnstile.demo.scripts="$root/ear/src/main/scripts" \
        -Dturnstile.demo.kdc.port="$(free_port)" -Dturnstile.demo.heap="${heap:-}" \
        org.turnstile.demo.Launcher >"$work/turnstile.log" 2>&1 &
    started+=($!)
    local launcher_pid=$!
    # its banner comes when the demo's objects are stored
    for _ in $(seq 900); do
        grep -qs "Ctrl-C stops it" "$work/turnstile.log" && break
        kill -0 "$launcher_pid" 2>/dev/null ||
            fail "turnstile ended while it started: $(tail -5 "$work/turnstile.log")"
        sleep 0.2
    done
    turnstile_pid=$(ps -o pid=,args= --ppid "$launcher_pid" | awk '/jboss-modules/ { print $1 }')
}

bench() { # command and options, peer
    local peer=${*: -1}
    local port=${peer}_port
    java -XX:+UseSerialGC -jar "$jar" "${@:1:$#-1}" --user "${user:-modality}" \
        --password "${user:-modality}-pass" -aec TURNSTILE 127.0.0.1 "${!port}"
}

cpu_ticks() { # of a process and of those of its children that have ended
    awk '{ sub(/^.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$1/stat"
}

median() { # figure
    sed -n "s/^$1=//p" "$figures" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}
