/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.util.function.Supplier;

/**
 * What login modules keep from one login to the next: caches, files already read, counters. It
 * lives as long as the adapter, so that modules need nothing static.
 */
public interface LoginScope {

    /**
     * The object kept under this type and key, made at the first call. Safe for many threads; one
     * of them makes it. If it is {@link AutoCloseable} it is closed when the adapter stops.
     *
     * @param type class of the object
     * @param key tells several objects of one class apart, such as the path of a file
     * @param make makes the object
     */
    <T> T keep(Class<T> type, String key, Supplier<T> make);
}
