/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UID;

/** One C-STORE, once the container has let the caller in: what is kept, said and logged. */
final class StoreOperation {

    private final ObjectStore objects;

    StoreOperation(ObjectStore objects) {
        this.objects = objects;
    }

    Status store(StoreRequest request, String caller) throws AssociationLostException {
        if (!UID.isValid(request.sopInstance())) {
            return Status.CANNOT_UNDERSTAND.withComment("Affected SOP Instance UID is no UID");
        }
        try {
            Path file = objects.store(request);
            EjbLog.LOG.stored(
                    request.association().id(),
                    caller,
                    request.sopInstance(),
                    objects.folder().getParent().relativize(file));
            return Status.SUCCESS;
        } catch (AssociationLostException e) {
            throw e;
        } catch (IOException e) {
            EjbLog.LOG.notStored(request.association().id(), request.sopInstance(), e);
            return Status.OUT_OF_RESOURCES;
        }
    }
}
