/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnstile.ejb.index.Addition;
import org.turnstile.ejb.index.Index;
import org.turnstile.ejb.index.Inventory;
import org.turnstile.ejb.index.Outcome;
import org.turnstile.ejb.log.EjbLog;

/**
 * Brings files and index together after a run that ended anyhow. Nothing that was acknowledged is
 * touched: a file without a row whose instance is unknown is indexed, any other is quarantined; a
 * row whose file is missing is said aloud and stays. Memory does not grow with the archive.
 */
final class Recovery {

    private final ObjectFiles files;
    private final Index index;
    private final Inventory inventory;
    private final Quarantine quarantine;
    private final Map<String, String> batch = new LinkedHashMap<>();
    private long named;
    private int indexed;
    private int missing;

    Recovery(ObjectFiles files, Index index, Inventory inventory) {
        this.files = files;
        this.index = index;
        this.inventory = inventory;
        this.quarantine = new Quarantine(files);
    }

    /**
     * What was done.
     *
     * @param unfinished spool files removed
     * @param indexed files that got their row
     * @param quarantined files and folders put aside
     * @param missing rows whose file is not there
     * @param childless rows of patients, studies and series without an instance, removed
     */
    record Result(int unfinished, int indexed, int quarantined, int missing, int childless) {}

    /**
     * Runs once, before the first request.
     *
     * @throws IOException if the disk fails
     * @throws org.turnstile.ejb.index.TransactionException if the database does
     */
    Result run() throws IOException {
        int unfinished = files.removeUnfinished();
        new StoredFiles(files.folder(), quarantine).forEach(this::collect);
        compare();
        if (inventory.count() != named + indexed) {
            lookForMissing();
        }
        int childless = inventory.removeChildless();
        return new Result(unfinished, indexed, quarantine.count(), missing, childless);
    }

    private void collect(String name, String instance) throws IOException {
        batch.put(name, instance);
        if (batch.size() == Inventory.BATCH) {
            compare();
        }
    }

    private void compare() throws IOException {
        Set<String> known = inventory.files(Set.copyOf(batch.values()));
        for (String name : batch.keySet()) {
            if (known.contains(name)) {
                named++;
            } else {
                recover(name);
            }
        }
        batch.clear();
    }

    private void recover(String name) throws IOException {
        FoundObject found;
        try {
            found = FoundObject.read(files.folder(), name);
        } catch (RefusedException | IOException e) {
            quarantine(name, "has no row and cannot be indexed: " + e.getMessage());
            return;
        }
        Addition addition = index.add(found.attributes(), found);
        if (addition.outcome() == Outcome.ADDED) {
            indexed++;
            EjbLog.LOG.recovered(name, found.attributes().instance().uid());
        } else if (addition.file().equals(name)) {
            // somebody has called it after another instance; the row knows better
            named++;
        } else {
            quarantine(name, "has no row: " + addition.outcome());
        }
    }

    private void quarantine(String name, String why) throws IOException {
        quarantine.take(files.folder().resolve(name), why);
    }

    private void lookForMissing() {
        long last = Long.MIN_VALUE;
        List<Inventory.Row> rows = inventory.after(last);
        while (!rows.isEmpty()) {
            for (Inventory.Row row : rows) {
                if (!Files.isRegularFile(files.folder().resolve(row.file()))) {
                    missing++;
                    EjbLog.LOG.fileMissing(row.uid(), row.file());
                }
                last = row.id();
            }
            rows = inventory.after(last);
        }
    }
}
