/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.turnstile.api.Associations;
import org.turnstile.api.data.Dataset;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.settings.ArchiveSettings;

/** Reads the pages of an answer, each in a transaction of its own. */
@Stateless
@RolesAllowed("dicom-find")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QueryPageService {

    @PersistenceContext(unitName = "turnstile")
    private EntityManager manager;

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    private Duration timeout;

    @PostConstruct
    void start() {
        timeout = ArchiveSettings.of(associations.archiveSettings()).databaseTimeout();
    }

    /**
     * The answers that follow.
     *
     * @throws AccessUnavailableException if the database does not answer, or not in time
     */
    public List<Dataset> read(Query query, Cursor cursor) throws AccessUnavailableException {
        return new PageReader(new VisibleQueries(manager, timeout)).read(query, cursor);
    }
}
