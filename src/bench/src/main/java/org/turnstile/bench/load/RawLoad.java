/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
        List<Requests> requests = requests(target, schedule.concurrency());
        Tally tally = Tally.of(schedule);
        List<RawSlot> slots = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < schedule.concurrency(); i++) {
                RawSlot slot =
                        new RawSlot(target.address(), requests.get(i), workload, tally, selector);
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

    private static List<Requests> requests(Target target, int slots) throws LoadException {
        List<Requests> each = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            int slot = i;
            Optional<User> alone = target.user().flatMap(user -> user.alone(slot));
            if (alone.isEmpty()) {
                return Collections.nCopies(slots, new Requests(target));
            }
            each.add(new Requests(target.as(alone.get())));
        }
        return each;
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
