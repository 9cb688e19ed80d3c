/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * The light generator: one thread, one selector, precomputed bytes. What it spares is left to the
 * server, which shares the machine with it in most measurements.
 */
public final class RawLoad implements Load {

    private static final long LOOK_MILLIS = 100;

    /** Makes a generator. */
    public RawLoad() {}

    @Override
    public Tally run(Target target, Workload workload, Schedule schedule) throws IOException {
        Requests requests = new Requests(target);
        Tally tally = Tally.of(schedule);
        List<RawSlot> slots = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < schedule.concurrency(); i++) {
                RawSlot slot = new RawSlot(target.address(), requests, workload, tally, selector);
                slots.add(slot);
                slot.connect();
            }
            loop(selector, slots, schedule.patience().toNanos());
            return tally;
        } finally {
            for (RawSlot slot : slots) {
                slot.close();
            }
        }
    }

    private static void loop(Selector selector, List<RawSlot> slots, long patience)
            throws IOException {
        long looked = System.nanoTime();
        while (slots.stream().anyMatch(RawSlot::active)) {
            selector.select(LOOK_MILLIS);
            for (SelectionKey key : selector.selectedKeys()) {
                ((RawSlot) key.attachment()).ready();
            }
            selector.selectedKeys().clear();
            long now = System.nanoTime();
            if (now - looked > LOOK_MILLIS * 1_000_000) {
                looked = now;
                for (RawSlot slot : slots) {
                    slot.requireAnswerSince(now - patience);
                }
            }
        }
    }
}
