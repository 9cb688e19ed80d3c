#!/bin/bash
# Measures associations by name and passcode (type 2) against the same with a bare name that nothing
# proves (type 1), in turns at one Turnstile in WildFly, and prints medians and the ratios: with the
# demo's fixed passcode, whose check is remembered; with one-time passcodes of RFC 2289 and their
# states in a file; and with these states in PostgreSQL. Each association at once has a user of its
# own with one-time passcodes, since those of one user go in their order.
#
#   src/bench/passcode.sh [rounds, default 5] [seconds of each measurement, default 5]
#
# Needs: `mvn -Prun` once, for the server that it unpacks; PostgreSQL of Debian's package; Linux.
set -euo pipefail

rounds=${1:-5}
seconds=${2:-5}
concurrency=${CONCURRENCY:-16}
passcodes=${PASSCODES:-$((400 * (seconds + 1)))}
kinds='bare fixed file database'

figures=passcode.txt
settings='listener.default.trustUsername = ALWAYS'
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/postgres.sh"

# a datasource beside the archive's, which stays where it is
configure_server() {
    cp "$driver" "$work/wildfly/standalone/deployments/postgresql.jar"
    cat >"$work/datasource.cli" <<CLI
embed-server --server-config=standalone.xml --std-out=discard
/subsystem=datasources/data-source=passcodes:add(jndi-name="java:jboss/datasources/passcodes", driver-name=postgresql.jar, connection-url="$url", user-name=postgres, password=postgres, min-pool-size=4, max-pool-size=20)
stop-embedded-server
CLI
    configure "$work/datasource.cli"
}

login() { # the module of passcodes, with its options
    cat >"$work/login.conf" <<LOGIN
turnstile-passcode {
    org.turnstile.jaas.$1 required${2:+ $2};
    org.turnstile.jaas.mapping.RoleMappingLoginModule required;
};
turnstile-username {
    org.turnstile.jaas.username.UsernameLoginModule required;
    org.turnstile.jaas.mapping.RoleMappingLoginModule required;
};
LOGIN
    mv "$work/login.conf" "$work/home/login.conf"
}

associate() { # kind, schedule
    local as
    case $1 in
    bare)
        login passcode.PasscodeLoginModule
        as=(--name modality)
        ;;
    fixed)
        login passcode.PasscodeLoginModule
        as=(--user modality --password modality-pass)
        ;;
    file)
        login otp.OtpLoginModule
        as=(--one-time "$work/home/otp" --passcodes "$passcodes")
        ;;
    database)
        login otp.OtpLoginModule 'dataSource="java:jboss/datasources/passcodes"'
        as=(--one-time "$url?user=postgres" --passcodes "$passcodes")
        ;;
    esac
    java -XX:+UseSerialGC -jar "$jar" associate "${as[@]}" "${@:2}" \
        --concurrency "$concurrency" -aec TURNSTILE 127.0.0.1 "$turnstile_port"
}

measure() { # kind
    local before count
    before=$(cpu_ticks "$turnstile_pid")
    associate "$1" --warmup 1 --seconds "$seconds" >"$work/last"
    sed "s/^associate/$1/" "$work/last" >>"$figures"
    count=$(sed -n 's/^associate.count=//p' "$work/last")
    # the second before the clock starts counts here too
    awk -v t=$(($(cpu_ticks "$turnstile_pid") - before)) -v hz="$(getconf CLK_TCK)" -v n="$count" \
        -v s="$seconds" -v name="$1.cpu-ms" \
        'BEGIN { printf "%s=%.3f\n", name, 1000 * t / hz / (n * (s + 1) / s) }' >>"$figures"
}

row() { # figure, what
    local bare kind
    bare=$(median "bare.$1")
    printf '%-40s %10s' "$2" "$bare"
    for kind in fixed file database; do
        printf ' %10s %5s' "$(median "$kind.$1")" "$(ratio "$(median "$kind.$1")" "$bare")"
    done
    echo
}

turnstile_port=$(free_port)
: >"$figures"
echo "starting ..."
start_postgres
start_turnstile

echo "warming up ..."
for _ in $(seq $((${WARMUP:-30} / 5))); do
    for kind in $kinds; do
        associate "$kind" --warmup 0 --seconds 5 >/dev/null
    done
done

for round in $(seq "$rounds"); do
    echo "round $round of $rounds ..."
    for kind in $kinds; do
        measure "$kind"
    done
done

echo
echo "Medians of $rounds rounds, $concurrency at once; after each figure its ratio to the bare name"
printf '%-40s %10s %16s %16s %16s\n' "" "bare name" "fixed passcode" "one-time, file" "PostgreSQL"
row per-second "set-up and release, 1/s"
row median-ms "set-up and release, median ms"
row p99-ms "set-up and release, 99th percentile ms"
row cpu-ms "set-up and release, CPU ms of the server"
echo "Every figure: $figures"
