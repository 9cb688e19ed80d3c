#!/bin/bash
# Measures associations by Kerberos ticket, each with an AP-REQ of its own and an AP-REP asked for,
# against the same with a bare name that nothing proves (type 1), in turns at one Turnstile in
# WildFly, and prints medians and the ratio.
#
#   src/bench/kerberos.sh [rounds, default 5] [seconds of each measurement, default 5]
#
# Needs: `mvn -Prun` once, for the server that it unpacks; krb5-user for kinit; Linux.
set -euo pipefail

rounds=${1:-5}
seconds=${2:-5}
concurrency=${CONCURRENCY:-16}
ahead=${AHEAD:-$((6000 * (seconds + 1)))}
framing=${FRAMING:-RAW}

figures=kerberos.txt
settings='listener.default.trustUsername = ALWAYS'
. "$(dirname "$0")/common.sh"
command -v kinit >/dev/null || fail "kinit is missing: apt-get install krb5-user"

bare() {
    java -XX:+UseSerialGC -jar "$jar" associate --name modality "$@" \
        --concurrency "$concurrency" -aec TURNSTILE 127.0.0.1 "$turnstile_port"
}

ticket() {
    java -XX:+UseSerialGC -jar "$jar" associate --service dicom/localhost \
        --framing "$framing" --ahead "$ahead" "$@" \
        --concurrency "$concurrency" -aec TURNSTILE 127.0.0.1 "$turnstile_port"
}

measure() { # bare or ticket
    local before count
    before=$(cpu_ticks "$turnstile_pid")
    $1 --warmup 1 --seconds "$seconds" >"$work/last"
    sed "s/^associate/$1/" "$work/last" >>"$figures"
    count=$(sed -n 's/^associate.count=//p' "$work/last")
    # the second before the clock starts counts here too
    awk -v t=$(($(cpu_ticks "$turnstile_pid") - before)) -v hz="$(getconf CLK_TCK)" -v n="$count" \
        -v s="$seconds" -v name="$1.cpu-ms" \
        'BEGIN { printf "%s=%.3f\n", name, 1000 * t / hz / (n * (s + 1) / s) }' >>"$figures"
}

row() { # figure, what
    local tickets names
    tickets=$(median "ticket.$1")
    names=$(median "bare.$1")
    printf '%-42s %12s %12s %8s\n' "$2" "$tickets" "$names" "$(ratio "$tickets" "$names")"
}

turnstile_port=$(free_port)
: >"$figures"
echo "starting ..."
start_turnstile
# requests are remembered for ten minutes: more of them than anybody who works sends
sed -i 's/KerberosLoginModule required/& replayEntries="5000000"/' "$work/home/login.conf"
cat >>"$work/home/login.conf" <<'LOGIN'
turnstile-username {
    org.turnstile.jaas.username.UsernameLoginModule required;
    org.turnstile.jaas.mapping.RoleMappingLoginModule required;
};
LOGIN
export KRB5_CONFIG=$work/home/krb5.conf KRB5CCNAME=FILE:$work/cache
echo modality-pass | kinit modality >/dev/null

echo "warming up ..."
for _ in $(seq $((${WARMUP:-30} / 5))); do
    bare --warmup 0 --seconds 5 >/dev/null
    ticket --warmup 0 --seconds 5 >/dev/null
done

for round in $(seq "$rounds"); do
    echo "round $round of $rounds ..."
    measure bare
    measure ticket
done

echo
echo "Medians of $rounds rounds, $concurrency at once, $framing"
printf '%-42s %12s %12s %8s\n' "" ticket "bare name" ratio
row per-second "set-up and release, 1/s"
row median-ms "set-up and release, median ms"
row p99-ms "set-up and release, 99th percentile ms"
row cpu-ms "set-up and release, CPU ms of the server"
echo "Every figure: $figures"
