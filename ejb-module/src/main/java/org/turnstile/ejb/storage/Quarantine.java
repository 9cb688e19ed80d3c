/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.turnstile.ejb.log.EjbLog;

/**
 * Where recovery puts what it can make no sense of: nothing is removed, and an operator finds in
 * the log why it is there. Names are made new, since those found may be anything.
 */
final class Quarantine {

    private static final int NAME = 100;

    private final Path folder;
    private final Disk disk;
    private int count;

    Quarantine(ObjectFiles files) {
        this.folder = files.folder().resolve(ObjectFiles.QUARANTINE);
        this.disk = files.disk();
    }

    /**
     * Moves a file or a folder.
     *
     * @param why it is here, for the log
     */
    void take(Path found, String why) throws IOException {
        String name = found.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String end = name.substring(Math.max(0, name.length() - NAME));
        Path place = folder.resolve(UUID.randomUUID() + "-" + end);
        disk.move(found, place);
        disk.forceFolder(folder);
        count++;
        String was = folder.getParent().relativize(found).toString();
        EjbLog.LOG.quarantined(was.replaceAll("\\p{Cntrl}", "?"), place.getFileName(), why);
    }

    int count() {
        return count;
    }
}
