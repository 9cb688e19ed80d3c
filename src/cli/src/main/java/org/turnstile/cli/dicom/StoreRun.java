/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.turnstile.api.Status;
import org.turnstile.api.io.FileMetaInformation;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.client.AssociationException;
import org.turnstile.dicom.dimse.client.ConnectOptions;

/**
 * Sends files one after the other. Where an association breaks, the files after it go on a new one,
 * unless it broke before anything was stored on it.
 */
final class StoreRun {

    /** What an association for a batch is requested with, each time anew. */
    @FunctionalInterface
    interface Options {
        ConnectOptions of(StoreBatch batch) throws CommandFailedException;
    }

    private final Dialogue dialogue;
    private final Options options;
    private final StoreReport report;

    /** A run on an association that is not yet open. */
    StoreRun(Dialogue dialogue, Options options, StoreReport report) {
        this.dialogue = dialogue;
        this.options = options;
        this.report = report;
    }

    /**
     * Sends all.
     *
     * @throws CommandFailedException if the first association cannot be opened
     */
    void send(List<StoreBatch> batches) throws CommandFailedException {
        boolean first = true;
        boolean useful = true;
        for (StoreBatch batch : batches) {
            Iterator<Part10File> left = batch.files().iterator();
            while (useful && left.hasNext()) {
                useful = first ? sendFirst(batch, left) : sendNext(batch, left);
                first = false;
            }
            left.forEachRemaining(
                    file -> report.failed(file, "not sent, the association had ended"));
        }
    }

    private boolean sendFirst(StoreBatch batch, Iterator<Part10File> left)
            throws CommandFailedException {
        dialogue.open(options.of(batch));
        return onOneAssociation(left);
    }

    private boolean sendNext(StoreBatch batch, Iterator<Part10File> left) {
        try {
            return sendFirst(batch, left);
        } catch (CommandFailedException e) {
            left.forEachRemaining(file -> report.failed(file, "not sent: " + e.getMessage()));
            return false;
        }
    }

    /** Sends while the association lasts, and says whether it is worth while to open another. */
    private boolean onOneAssociation(Iterator<Part10File> left) {
        int before = report.stored();
        boolean lasts = true;
        while (lasts && left.hasNext()) {
            lasts = send(left.next());
        }
        if (lasts) {
            release();
        }
        return lasts || report.stored() > before;
    }

    /** Sends one file and says whether the association lasts. */
    private boolean send(Part10File file) {
        FileMetaInformation meta = file.meta();
        if (!dialogue.accepts(meta.mediaStorageSopClass(), meta.transferSyntax())) {
            report.failed(
                    file,
                    "SOP class "
                            + meta.mediaStorageSopClass()
                            + " in transfer syntax "
                            + meta.transferSyntax()
                            + " is not accepted");
            return true;
        }
        try (InputStream dataSet = new CountedInput(file.openDataSet(), report::moved)) {
            return send(file, dataSet);
        } catch (IOException e) {
            // the file could not be opened: nothing has been sent of it
            report.failed(file, e.getMessage());
            return true;
        }
    }

    private boolean send(Part10File file, InputStream dataSet) {
        try {
            said(file, dialogue.store(file.meta(), dataSet));
            return true;
        } catch (AssociationException e) {
            report.failed(file, dialogue.failed(e).getMessage());
            return false;
        } catch (IOException e) {
            report.failed(file, "cannot be read: " + e.getMessage());
            return false;
        }
    }

    private void said(Part10File file, Status status) {
        if (status.isSuccess()) {
            report.stored(file);
        } else if (isWarning(status.code())) {
            report.warned(file, "status " + status);
        } else {
            report.failed(file, "status " + status);
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
