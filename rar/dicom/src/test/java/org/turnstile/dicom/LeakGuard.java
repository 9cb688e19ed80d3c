/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class in which a buffer was lost without having been released. */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {

    private static final int ROUNDS = 3;
    private static final long MILLIS = 5000;
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        reportLost();
        List<String> found = List.copyOf(LEAKS);
        LEAKS.clear();
        assertThat(found).as("buffers that nobody released").isEmpty();
    }

    /** A lost buffer is reported when another one is made after it has been collected. */
    private static void reportLost() throws InterruptedException {
        for (int round = 0; round < ROUNDS && LEAKS.isEmpty(); round++) {
            ReferenceQueue<Object> collected = new ReferenceQueue<>();
            WeakReference<Object> marker = new WeakReference<>(new Object(), collected);
            System.gc();
            assertThat(collected.remove(MILLIS)).isSameAs(marker);
            ByteBuf next = PooledByteBufAllocator.DEFAULT.buffer(1);
            next.release();
        }
    }
}
