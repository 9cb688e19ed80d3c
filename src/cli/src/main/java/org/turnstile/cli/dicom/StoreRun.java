/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.turnstile.api.Status;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.part10.FileMeta;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.AssociationException;

/** Sends files one after the other while the association lasts. */
final class StoreRun {

    private final Dialogue dialogue;
    private final StoreReport report;

    StoreRun(Dialogue dialogue, StoreReport report) {
        this.dialogue = dialogue;
        this.report = report;
    }

    void send(List<Part10File> files) {
        Iterator<Part10File> left = files.iterator();
        boolean lasts = true;
        while (lasts && left.hasNext()) {
            lasts = send(left.next());
        }
        left.forEachRemaining(
                file -> report.failed(file.path(), "not sent, the association had ended"));
        if (lasts) {
            release();
        }
    }

    /** Sends one file and says whether the association lasts. */
    private boolean send(Part10File file) {
        FileMeta meta = file.meta();
        if (!dialogue.accepts(meta.sopClass(), meta.transferSyntax())) {
            report.failed(
                    file.path(),
                    "SOP class "
                            + meta.sopClass()
                            + " in transfer syntax "
                            + meta.transferSyntax()
                            + " is not accepted");
            return true;
        }
        try (InputStream dataSet = file.openDataSet()) {
            return send(file, dataSet);
        } catch (IOException e) {
            // the file could not be opened: nothing has been sent of it
            report.failed(file.path(), e.getMessage());
            return true;
        }
    }

    private boolean send(Part10File file, InputStream dataSet) {
        try {
            said(file, dialogue.store(file.meta(), dataSet));
            return true;
        } catch (AssociationException e) {
            report.failed(file.path(), dialogue.failed(e).getMessage());
            return false;
        } catch (IOException e) {
            report.failed(file.path(), "cannot be read: " + e.getMessage());
            return false;
        }
    }

    private void said(Part10File file, Status status) {
        if (status.isSuccess()) {
            report.stored(file.path());
        } else if (isWarning(status.code())) {
            report.warned(file.path(), "status " + status);
        } else {
            report.failed(file.path(), "status " + status);
        }
    }

    /** PS3.7 Annex C: 0001H, 0107H, 0116H and BxxxH. */
    private static boolean isWarning(int code) {
        return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >>> 12 == 0xB;
    }

    private void release() {
        try {
            dialogue.release();
        } catch (CommandFailedException e) {
            report.ended(e.getMessage());
        }
    }
}
