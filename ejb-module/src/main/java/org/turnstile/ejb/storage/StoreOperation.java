/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.ejb.index.Addition;
import org.turnstile.ejb.index.Index;
import org.turnstile.ejb.index.Outcome;
import org.turnstile.ejb.index.TransactionException;
import org.turnstile.ejb.index.attributes.ObjectAttributes;
import org.turnstile.ejb.log.EjbLog;

/** C-STORE, once the container has let the caller in: what is kept, said and logged. */
final class StoreOperation {

    /** C010H: the instance is kept with other content (codes C0xxH are ours, PS3.4 §B.2.3). */
    static final Status OTHER_CONTENT =
            new Status(0xC010, "SOP Instance UID is kept with other content");

    /** C011H: the study is known, of another patient. */
    static final Status STUDY_OF_OTHER_PATIENT =
            new Status(0xC011, "Study Instance UID is known of another patient");

    /** C012H: the series is known, in another study. */
    static final Status SERIES_OF_OTHER_STUDY =
            new Status(0xC012, "Series Instance UID is known in another study");

    private final ObjectFiles files;
    private final Index index;
    private final Uploader uploader;

    StoreOperation(ObjectFiles files, Index index, Uploader uploader) {
        this.files = files;
        this.index = index;
        this.uploader = uploader;
    }

    /**
     * Stores one object. Success means that it is on disk under its final name and its row is
     * committed.
     *
     * @param principal the caller as the container knows it
     * @throws AssociationLostException if the object does not come to its end
     */
    Status store(StoreRequest request, String principal) throws AssociationLostException {
        try {
            uploader.check(request, principal);
            ObjectReader.checkCommand(
                    request.sopClass(), request.sopInstance(), request.transferSyntax());
            return spool(request, principal);
        } catch (RefusedException e) {
            EjbLog.LOG.refused(
                    request.association().id(), request.sopInstance(), e.status(), e.getMessage());
            return e.status();
        } catch (AssociationLostException e) {
            throw e;
        } catch (IOException | TransactionException e) {
            EjbLog.LOG.notStored(request.association().id(), request.sopInstance(), e);
            return Status.OUT_OF_RESOURCES;
        }
    }

    private Status spool(StoreRequest request, String principal)
            throws RefusedException, IOException {
        FileHead head = FileHead.of(request, uploader.storedBy(request));
        try (Spooled spooled = files.spool(head, request.dataSet())) {
            ObjectAttributes object = ObjectReader.read(head, spooled::dataSet, spooled.size());
            spooled.force();
            PlacedObject placed = new PlacedObject(files, spooled, object);
            Addition addition = add(object, placed);
            switch (addition.outcome()) {
                case ADDED -> {}
                case SAME_CONTENT -> placed.isKeptAs(addition.file());
                case OTHER_CONTENT -> throw new RefusedException(OTHER_CONTENT);
                case STUDY_OF_OTHER_PATIENT -> throw new RefusedException(STUDY_OF_OTHER_PATIENT);
                case SERIES_OF_OTHER_STUDY -> throw new RefusedException(SERIES_OF_OTHER_STUDY);
            }
            EjbLog.LOG.stored(
                    request.association().id(), principal, request.sopInstance(), addition.file());
            return Status.SUCCESS;
        }
    }

    /** Leaves no file that no row names, but where a commit may have come to its end. */
    private Addition add(ObjectAttributes object, PlacedObject placed) throws IOException {
        Addition addition = null;
        boolean uncertain = false;
        try {
            addition = index.add(object, placed);
            return addition;
        } catch (TransactionException e) {
            uncertain = e.uncertain();
            throw e;
        } finally {
            if (!uncertain && (addition == null || addition.outcome() != Outcome.ADDED)) {
                placed.takeBack();
            }
        }
    }
}
