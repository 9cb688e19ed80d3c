/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.turnstile.api.Associations;

/** Makes the archive ready, then lets the ports open. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Archive {

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    private ObjectStore objects;

    @PostConstruct
    void start() {
        try {
            objects = new ObjectStore(associations.home().resolve("objects"));
            EjbLog.LOG.ready(objects.folder(), objects.removeUnfinished());
        } catch (IOException e) {
            throw new UncheckedIOException("objects: " + e.getMessage(), e);
        }
        associations.open();
    }

    /** The files of the archive. */
    public ObjectStore objects() {
        return objects;
    }
}
