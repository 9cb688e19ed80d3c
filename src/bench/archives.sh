#!/bin/bash
# Measures Turnstile in WildFly as an archive, in turns with DCMTK's `storescp --fork` (writes, no
# index) and `dcmqrscp` (index in a file), and with Orthanc, and prints medians and ratios. The same
# client for all, with TCP_NODELAY on both sides. Turnstile checks a passcode and filters what the
# caller may see; the others let everybody do everything.
#
#   src/bench/archives.sh [rounds, default 5] [seconds of each query measurement, default 5]
#
# Needs: `mvn -Prun` once, for the server that it unpacks; DCMTK; Orthanc; Linux.
set -euo pipefail

rounds=${1:-5}
seconds=${2:-5}
associations=${ASSOCIATIONS:-4}
studies=1000
# DCMTK's index holds 500, and crashes when it is to throw one out
studies_dcmqrscp=450
# name, bytes, objects of a measurement, objects of each association before it
sizes=("2kB 2048 ${OBJECTS_2KB:-4000} 100" "526kB 526000 ${OBJECTS_526KB:-600} 20"
    "50MB 50000000 ${OBJECTS_50MB:-12} 1")
peers=(turnstile storescp dcmqrscp orthanc)

figures=archives.txt
. "$(dirname "$0")/common.sh"
orthanc=$(command -v Orthanc || echo /usr/sbin/Orthanc)
[ -x "$orthanc" ] || fail "Orthanc is missing: apt-get install orthanc"
command -v dcmqrscp >/dev/null || fail "dcmqrscp is missing: apt-get install dcmtk"

start_storescp() {
    mkdir "$work/objects"
    TCP_NODELAY=1 storescp --fork -od "$work/objects" "$storescp_port" \
        >"$work/storescp.log" 2>&1 &
    started+=($!)
    storescp_pid=$!
    await "$storescp_port" $! storescp
}

start_dcmqrscp() {
    mkdir "$work/qr"
    cat >"$work/dcmqrscp.cfg" <<CONFIGURATION
NetworkTCPPort = $dcmqrscp_port
MaxPDUSize = 16384
MaxAssociations = 100
HostTable BEGIN
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
TURNSTILE $work/qr RW (500, 1gb) ANY
AETable END
CONFIGURATION
    TCP_NODELAY=1 dcmqrscp -c "$work/dcmqrscp.cfg" >"$work/dcmqrscp.log" 2>&1 &
    started+=($!)
    dcmqrscp_pid=$!
    await "$dcmqrscp_port" $! dcmqrscp
}

# SyncStorageArea is Orthanc's default: each file is on disk before it is answered.
start_orthanc() {
    mkdir "$work/orthanc"
    cat >"$work/orthanc.json" <<CONFIGURATION
{
    "StorageDirectory": "$work/orthanc",
    "IndexDirectory": "$work/orthanc",
    "StorageCompression": false,
    "SyncStorageArea": true,
    "HttpServerEnabled": false,
    "DicomAet": "TURNSTILE",
    "DicomPort": $orthanc_port,
    "DicomCheckCalledAet": false,
    "DicomAlwaysAllowEcho": true,
    "DicomAlwaysAllowStore": true,
    "DicomAlwaysAllowFind": true
}
CONFIGURATION
    TCP_NODELAY=1 "$orthanc" "$work/orthanc.json" >"$work/orthanc.log" 2>&1 &
    started+=($!)
    orthanc_pid=$!
    await "$orthanc_port" $! orthanc
}

# Whoever asks sees what the benchmark has stored, and not what the demo has.
turnstile_rules() {
    mkdir -p "$work/home"
    echo "user radiologist institution BENCH" >"$work/home/access"
    chmod 600 "$work/home/access"
}

measure() { # figure, peer, command and options
    local figure=$1 peer=$2
    local pid=${peer}_pid
    local before after
    sync # what one peer has not written yet is not the next one's burden
    before=$(cpu_ticks "${!pid}")
    bench "${@:3}" "$peer" >"$work/last" || fail "$peer, $figure: no figures"
    after=$(cpu_ticks "${!pid}")
    sed "s/^[a-z]*\\./$peer.$figure./" "$work/last" >>"$figures"
    awk -F= -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v name="$peer.$figure.cpu-ms" \
        '$1 ~ /\.count$/ { printf "%s=%.3f\n", name, 1000 * t / hz / $2 }' "$work/last" >>"$figures"
}

studies_of() { # peer
    [ "$1" = dcmqrscp ] && echo $studies_dcmqrscp || echo $studies
}

fill() { # peer
    bench store --size 2048 --objects "$(studies_of "$1")" --objects-per-series 1 --series-per-study 1 \
        --concurrency 1 "$1" >/dev/null
}

find_all() { # figure, peer, more options
    user=radiologist measure "$1" "$2" find --matches "$(studies_of "$2")" --seconds "$seconds" --warmup 1 \
        "${@:3}"
}

find_one() { # peer
    user=radiologist measure find-one "$1" find --patients "$(studies_of "$1")" --matches 1 \
        --seconds "$seconds" --warmup 1
}

finds_of() { # peer
    find_all find-all "$1"
    find_all find-counted "$1" --counted
    find_one "$1"
}

store_one_size() { # name, bytes, objects, objects before
    local peer
    # not dcmqrscp, which refuses objects now and then when four associations store at once
    for peer in turnstile storescp orthanc; do
        measure "store-$1" "$peer" store --size "$2" --objects "$3" --warmup "$4" \
            --concurrency "$associations"
        rm -rf "$work"/objects/*
    done
    measure_disk "$@"
}

# What the disk gives to whoever forces each file and its name, with nothing else to do.
measure_disk() { # name, bytes, objects
    sync
    java -jar "$jar" disk --size "$2" --objects "$(($3 / associations))" \
        --concurrency "$associations" "$work/disk" >"$work/last" || fail "disk, $1: no figures"
    sed "s/^[a-z]*\\./disk.store-$1./" "$work/last" >>"$figures"
    rm -rf "$work/disk"
}

column() { # peer, figure
    local value
    value=$(median "$1.$2")
    printf ' %12s' "${value:--}"
}

row() { # figure, what
    local peer ours theirs
    printf '%-34s' "$2"
    for peer in "${peers[@]}"; do
        column "$peer" "$1"
    done
    ours=$(median "turnstile.$1")
    for peer in "${peers[@]:1}"; do
        theirs=$(median "$peer.$1")
        printf ' %9s' "$([ -z "$theirs" ] && echo - || ratio "$ours" "$theirs")"
    done
    echo
}

beside_disk() { # name
    printf '%-34s %12s   Turnstile : disk %s\n' "store $1, disk alone, objects/s" \
        "$(median "disk.store-$1.per-second")" \
        "$(ratio "$(median "turnstile.store-$1.per-second")" "$(median "disk.store-$1.per-second")")"
}

for peer in "${peers[@]}"; do
    declare "${peer}_port=$(free_port)"
done
: >"$figures"
echo "starting all ..."
turnstile_rules
for peer in "${peers[@]}"; do
    "start_$peer"
done

echo "filling with $studies studies, and warming up ..."
for peer in turnstile dcmqrscp orthanc; do
    fill "$peer"
done
user=radiologist bench find --matches $studies --warmup 0 --seconds "${WARMUP:-20}" turnstile \
    >/dev/null
user=radiologist bench find --patients $studies --matches 1 --warmup 0 \
    --seconds "${WARMUP:-20}" turnstile >/dev/null

for round in $(seq "$rounds"); do
    echo "queries, round $round of $rounds ..."
    for peer in turnstile dcmqrscp orthanc; do
        finds_of "$peer"
    done
done
bench store --size 2048 --objects "${WARMUP_OBJECTS:-40000}" --concurrency "$associations" \
    turnstile >/dev/null
bench store --size 526000 --objects "${WARMUP_LARGE:-1500}" --concurrency "$associations" \
    turnstile >/dev/null
for round in $(seq "$rounds"); do
    echo "storage, round $round of $rounds ..."
    for size in "${sizes[@]}"; do
        # four words
        store_one_size $size
    done
done

echo
echo "Medians of $rounds rounds; storage by $associations associations, queries by one;" \
    "$studies studies, in dcmqrscp $studies_dcmqrscp. Ratios: Turnstile : peer"
printf '%-34s %12s %12s %12s %12s %9s %9s %9s\n' "" "${peers[@]}" "${peers[@]:1}"
for size in 2kB 526kB 50MB; do
    row "store-$size.per-second" "store $size, objects/s"
    beside_disk "$size"
    row "store-$size.megabytes-per-second" "store $size, MB/s"
    row "store-$size.cpu-ms" "store $size, CPU ms each"
done
row find-all.responses-per-second "find all, responses/s"
row find-all.first-ms "find all, first response ms"
row find-counted.responses-per-second "find all with counts, responses/s"
row find-one.per-second "find one by Patient ID, queries/s"
row find-one.median-ms "find one by Patient ID, ms"
echo "Every figure: $figures"
