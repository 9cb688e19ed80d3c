/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What happened on one listener since its port opened. Safe for many threads. */
public final class Counters {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final LongAdder requestNanos = new LongAdder();
    private final ConcurrentMap<String, LongAdder> rejected = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> closed = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> logins = new ConcurrentHashMap<>();

    /** An association was accepted. */
    public void accepted() {
        accepted.increment();
    }

    /** An association was rejected with these codes. */
    public void rejected(int result, int source, int reason) {
        count(rejected, result + "/" + source + "/" + reason);
    }

    /** An accepted association has ended in this way. */
    public void closed(String how) {
        count(closed, how);
    }

    /** A peer sent something that is not DICOM. */
    public void malformed() {
        malformed.increment();
    }

    /** A login ended, such as {@code PASSCODE granted}. */
    public void login(String outcome) {
        count(logins, outcome);
    }

    /** A request was answered, such as {@code C-STORE 0000H}. */
    public void request(String answer, long nanos) {
        count(requests, answer);
        requestNanos.add(nanos);
    }

    long acceptedCount() {
        return accepted.sum();
    }

    long malformedCount() {
        return malformed.sum();
    }

    long requestMicros() {
        return requestNanos.sum() / 1000;
    }

    Map<String, Long> rejectedCounts() {
        return sums(rejected);
    }

    Map<String, Long> closedCounts() {
        return sums(closed);
    }

    Map<String, Long> requestCounts() {
        return sums(requests);
    }

    Map<String, Long> loginCounts() {
        return sums(logins);
    }

    private static void count(ConcurrentMap<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, k -> new LongAdder()).increment();
    }

    private static Map<String, Long> sums(ConcurrentMap<String, LongAdder> counts) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().sum(),
                                Long::sum,
                                TreeMap::new));
    }
}
