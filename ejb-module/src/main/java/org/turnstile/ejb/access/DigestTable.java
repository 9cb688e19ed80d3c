/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.BitSet;

/** A set of digests in 32 bytes each, with a mark on some of them. Grows; nothing is removed. */
final class DigestTable {

    private static final int SMALLEST = 1024;

    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private BitSet taken = new BitSet(SMALLEST);
    private final BitSet marked = new BitSet();
    private int size;

    /** Adds a digest if it is not there; only before anything is marked, since places change. */
    void add(RuleDigest digest) {
        if (2 * (size + 1) > high.length) {
            grow();
        }
        int place = place(digest.high(), digest.low());
        if (!taken.get(place)) {
            put(place, digest.high(), digest.low());
        }
    }

    int size() {
        return size;
    }

    /** Marks a digest that is there and has no mark yet; says whether it did. */
    boolean mark(RuleDigest digest) {
        int place = place(digest.high(), digest.low());
        if (!taken.get(place) || marked.get(place)) {
            return false;
        }
        marked.set(place);
        return true;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        BitSet old = taken;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldLow.length];
        taken = new BitSet(high.length);
        size = 0;
        for (int i = old.nextSetBit(0); i >= 0; i = old.nextSetBit(i + 1)) {
            put(place(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i]);
        }
    }

    private void put(int place, long first, long second) {
        high[place] = first;
        low[place] = second;
        taken.set(place);
        size++;
    }

    /** Where it is, or where it would be put. */
    private int place(long first, long second) {
        int mask = high.length - 1;
        int place = (int) first & mask;
        while (taken.get(place) && (high[place] != first || low[place] != second)) {
            place = place + 1 & mask;
        }
        return place;
    }
}
