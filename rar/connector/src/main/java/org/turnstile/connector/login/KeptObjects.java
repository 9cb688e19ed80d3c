/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.turnstile.api.LoginScope;

/** What login modules keep between logins, as long as the adapter and their class loader live. */
final class KeptObjects implements LoginScope, AutoCloseable {

    private record Key(Class<?> type, String key) {}

    private final Map<Key, Slot> slots = new ConcurrentHashMap<>();
    private final Deque<Slot> made = new ArrayDeque<>();
    private final Consumer<String> problems;
    private boolean closed;

    /** An empty scope; problems is told what could not be closed. */
    KeptObjects(Consumer<String> problems) {
        this.problems = problems;
    }

    @Override
    public <T> T keep(Class<T> type, String key, Supplier<T> make) {
        Slot slot = slots.computeIfAbsent(new Key(type, key), k -> new Slot());
        return type.cast(slot.get(make));
    }

    private synchronized boolean add(Slot slot) {
        if (!closed) {
            made.push(slot);
        }
        return !closed;
    }

    /** Drops and closes what was made from classes of this loader. */
    void forget(ClassLoader loader) {
        slots.entrySet()
                .removeIf(
                        e ->
                                e.getKey().type().getClassLoader() == loader
                                        || e.getValue().isOf(loader));
        closeAll(take(loader));
    }

    private synchronized Deque<Slot> take(ClassLoader loader) {
        Deque<Slot> taken = new ArrayDeque<>(made);
        taken.removeIf(slot -> loader != null && !slot.isOf(loader));
        made.removeAll(taken);
        return taken;
    }

    /** Closes everything, what was made last first; nothing is kept any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        slots.clear();
        closeAll(take(null));
    }

    private void closeAll(Deque<Slot> slots) {
        slots.forEach(slot -> slot.close(problems));
    }

    /** One object, made at most once at a time; another may be made while it is being made. */
    private final class Slot {
        private volatile Object object;

        synchronized Object get(Supplier<?> make) {
            if (object == null) {
                object = make.get();
                if (!add(this)) {
                    close(problems);
                    object = null;
                    throw new IllegalStateException("login scope: closed");
                }
            }
            return object;
        }

        boolean isOf(ClassLoader loader) {
            return object != null && object.getClass().getClassLoader() == loader;
        }

        void close(Consumer<String> problems) {
            if (object instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    problems.accept(object.getClass().getName() + ": not closed: " + e);
                }
            }
        }
    }
}
