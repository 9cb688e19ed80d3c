/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folders that were used last, up to a number. For any number of threads. */
final class RecentFolders {

    private final Map<Path, Boolean> folders;

    RecentFolders(int most) {
        this.folders =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
                        return size() > most;
                    }
                };
    }

    synchronized boolean contains(Path folder) {
        return folders.get(folder) != null;
    }

    synchronized void add(Path folder) {
        folders.put(folder, true);
    }
}
