/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;

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
     * Stores one object; returns success only after it is on disk under its final name and its row
     * is committed.
     *
     * @throws AssociationLostException if the association ends before the object has been read
     */
    public Status store(StoreRequest request) throws AssociationLostException {
        return archive.store(request, context.getCallerPrincipal().getName());
    }
}
