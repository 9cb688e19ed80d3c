/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class in which a buffer was lost without having been released. */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + records));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reportLost();
        List<String> found = List.copyOf(LEAKS);
        LEAKS.clear();
        assertThat(found).as("buffers that nobody released").isEmpty();
    }

    /** A lost buffer is reported when another one is made after it has been collected. */
    private static void reportLost() {
        WeakReference<Object> marker = new WeakReference<>(new Object());
        for (int i = 0; i < 10 && marker.get() != null; i++) {
            System.gc();
        }
        ByteBuf next = PooledByteBufAllocator.DEFAULT.buffer(1);
        next.release();
    }
}
