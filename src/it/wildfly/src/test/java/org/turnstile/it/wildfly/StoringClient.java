/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Workstation;

/**
 * Stores objects on one association until it breaks, and remembers what it sent and what it was
 * told. Studies, series and objects are new, of changing number and size.
 */
final class StoringClient implements Callable<Void> {

    private static final int MOST_PIXELS = 200_000;
    private static final int OBJECTS_IN_STUDY = 6;

    private final int port;
    private final Random random;
    private final AtomicInteger told;
    private final Map<String, CtObject> sent = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /** With the count of answers that all clients share. */
    StoringClient(int port, long seed, AtomicInteger told) {
        this.port = port;
        this.random = new Random(seed);
        this.told = told;
    }

    @Override
    public Void call() throws IOException {
        CtObject object = next(CtObject.create());
        try (Workstation modality = Workstation.of(port, Home.MODALITY)) {
            while (true) {
                sent.put(object.sopInstance(), object);
                answers.put(object.sopInstance(), modality.store(object));
                told.incrementAndGet();
                object = next(object);
            }
        }
    }

    private CtObject next(CtObject last) {
        byte[] pixels = new byte[2 * (1 + random.nextInt(MOST_PIXELS / 2))];
        random.nextBytes(pixels);
        CtObject next =
                switch (random.nextInt(OBJECTS_IN_STUDY)) {
                    case 0 -> CtObject.create().of("KILL-" + random.nextInt(10), "Kill^Nine");
                    case 1 -> last.nextSeries();
                    default -> last.next();
                };
        return next.with(pixels);
    }

    /** What was sent, wholly or in part, by SOP Instance UID. */
    Map<String, CtObject> sent() {
        return sent;
    }

    /** Status of what was answered, by SOP Instance UID. */
    Map<String, Integer> answers() {
        return answers;
    }
}
