/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.turnstile.api.LoginScope;

/** A login scope as the adapter has one, for the time of a test. */
public final class MapScope implements LoginScope, AutoCloseable {

    private final Map<String, Object> kept = new ConcurrentHashMap<>();

    @Override
    public <T> T keep(Class<T> type, String key, Supplier<T> make) {
        return type.cast(kept.computeIfAbsent(type.getName() + " " + key, k -> make.get()));
    }

    @Override
    public void close() throws Exception {
        for (Object object : kept.values()) {
            if (object instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
