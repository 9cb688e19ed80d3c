/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.nio.file.Path;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UID;

/**
 * The Storage service class (PS3.4 Annex B). The container refuses whoever lacks the permission
 * before a byte of the object is read.
 */
@Stateless
@RolesAllowed("dicom-store")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StorageService {

    @Resource private SessionContext context;
    @EJB private Archive archive;

    /**
     * Stores one object; returns success only after it is on disk under its final name.
     *
     * @throws AssociationLostException if the association ends before the object has been read
     */
    public Status store(StoreRequest request) throws AssociationLostException {
        if (!UID.isValid(request.sopInstance())) {
            return Status.CANNOT_UNDERSTAND.withComment("Affected SOP Instance UID is no UID");
        }
        try {
            Path file = archive.objects().store(request);
            EjbLog.LOG.stored(
                    request.association().id(),
                    context.getCallerPrincipal().getName(),
                    request.sopInstance(),
                    archive.home().relativize(file));
            return Status.SUCCESS;
        } catch (AssociationLostException e) {
            throw e;
        } catch (IOException e) {
            EjbLog.LOG.notStored(request.association().id(), request.sopInstance(), e);
            return Status.OUT_OF_RESOURCES;
        }
    }
}
