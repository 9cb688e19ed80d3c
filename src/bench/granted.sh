#!/bin/bash
# Measures what a caller with 50,000 granted patients of 1,000,000 studies waits for, against one
# who sees everything and stops at as many studies: on H2 in a file and on PostgreSQL of Debian's
# package, each filled anew in a temporary folder. First the archive's query classes without a
# server, then C-FIND over one association to Turnstile in WildFly.
#
#   src/bench/granted.sh [rounds, default 5] [seconds of each measurement of C-FIND, default 20]
#
# Needs: `mvn -Prun` once, for the server that it unpacks; PostgreSQL; Linux; 5 GB of memory.
set -euo pipefail

rounds=${1:-5}
seconds=${2:-20}
# H2 keeps as many pages as the archive has it keep, by the size of the heap: 1.5 GB
heap=4g
# The studies have no objects, and the newest 1,000 of such are what an archive that was killed may
# leave behind: they are taken back at its start, and with them 100 of the granted 100,000.
granted=99900

figures=granted.txt
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/postgres.sh"

without_server() { # URL, user
    java "-Xmx$heap" -jar "$jar" granted --rounds "$rounds" --user "$2" "$1" 2>/dev/null |
        sed "s/^/$database.classes./" | tee -a "$figures"
}

# Whoever asks has the rules of the database only.
turnstile_rules() {
    echo "# all rules are in the database" >"$work/home/access"
    chmod 600 "$work/home/access"
}

configure_server() {
    turnstile_rules
    "use_$database"
}

use_h2() {
    mkdir "$work/home/db"
    java -cp "$(ls "$here"/target/lib/h2-*.jar)" org.h2.tools.Shell -url "$h2" -user sa \
        -sql "ALTER USER sa SET PASSWORD 'sa'" >/dev/null
    mv "$work/index.mv.db" "$work/home/db/turnstile.mv.db"
}

use_postgresql() {
    cp "$driver" "$work/wildfly/standalone/deployments/postgresql.jar"
    configure "$root/ear/src/main/scripts/wildfly-postgresql.cli"
    cat >"$work/database.cli" <<CLI
embed-server --server-config=standalone.xml --std-out=discard
/system-property=turnstile.database.url:add(value="$url?socketTimeout=30&tcpKeepAlive=true")
/system-property=turnstile.database.user:add(value=postgres)
stop-embedded-server
CLI
    configure "$work/database.cli"
}

find_as() { # user, more options
    user=$1 bench find --matches "$granted" --warmup 0 --seconds "$seconds" "${@:2}" turnstile >"$work/last" ||
        fail "$1 on $database: no figures"
    # the first round is for the JIT and the caches
    [ "$round" = 0 ] ||
        sed -n "s/^find.\(first\|median\)-ms/$database.$1.\1-ms/p" "$work/last" >>"$figures"
}

served() {
    turnstile_port=$(free_port)
    start_turnstile
    for round in $(seq 0 "$rounds"); do
        echo "round $round of $rounds ..."
        find_as referrer
        find_as chief --cancel
    done
    for figure in first median; do
        a=$(median "$database.referrer.$figure-ms")
        b=$(median "$database.chief.$figure-ms")
        echo "$database, C-FIND, $figure: $a ms, $b ms, ratio $(ratio "$a" "$b")"
    done
    kill "${started[-1]}"
    wait "${started[-1]}" || true
    rm -rf "$work/home" "$work/wildfly"
}

: >"$figures"
export TURNSTILE_DATABASE_PASSWORD=none
database=h2
h2="jdbc:h2:file:$work/index;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
echo "filling and asking H2 ..."
without_server "$h2" sa
served
database=postgresql
echo "filling and asking PostgreSQL ..."
start_postgres
without_server "$url" postgres
served
