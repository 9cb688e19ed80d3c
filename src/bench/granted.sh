#!/bin/bash
# Measures what a caller with 50,000 granted patients of 1,000,000 studies waits for, against one
# who sees everything and stops at as many studies: on H2 in a file and on PostgreSQL of Debian's
# package, each filled anew in a temporary folder. No server runs.
#
#   src/bench/granted.sh [rounds, default 5] [more options of `granted`]
set -euo pipefail

rounds=${1:-5}
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/target/turnstile-bench.jar
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
work=$(mktemp -d)

fail() {
    echo "$*" >&2
    exit 1
}

[ -f "$jar" ] || fail "$jar is missing: run mvn -pl src/bench -am package -DskipTests"
[ -n "$programs" ] || fail "PostgreSQL is missing: apt-get install postgresql"

as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

clean_up() {
    if [ -f "$work/postgres/postmaster.pid" ]; then
        as_postgres "$programs/pg_ctl" -D "$work/postgres" -m immediate stop >/dev/null
    fi
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

granted() { # name, URL, user
    echo "$1 ..."
    java -Xmx1g -jar "$jar" granted --rounds "$rounds" --user "$3" "${@:4}" "$2" |
        tee -a "$here/target/granted-$1.txt"
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        :
    done
    echo "$port"
}

start_postgres() {
    chmod 755 "$work"
    mkdir "$work/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
    (cd "$work/postgres" && as_postgres "$programs/initdb" -D "$work/postgres" -U postgres \
        -A trust -E UTF8 >/dev/null)
    port=$(free_port)
    (cd "$work/postgres" && as_postgres "$programs/pg_ctl" -D "$work/postgres" -w \
        -l "$work/postgres/log" \
        -o "-p $port -k $work/postgres -c listen_addresses=127.0.0.1" start >/dev/null)
}

rm -f "$here"/target/granted-*.txt
granted h2 "jdbc:h2:file:$work/turnstile;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE" sa "${@:2}"
start_postgres
granted postgresql "jdbc:postgresql://127.0.0.1:$port/postgres" postgres "${@:2}"
