/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Associations;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.access.Access;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.CallerRules;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.settings.ArchiveSettings;

/** The private service Turnstile Access Explanation, for administrators. */
@Stateless
@RolesAllowed("turnstile-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExplainService {

    @PersistenceContext(unitName = "turnstile")
    private EntityManager manager;

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    @EJB private Access access;

    private Duration timeout;

    @PostConstruct
    void start() {
        timeout = ArchiveSettings.of(associations.archiveSettings()).databaseTimeout();
    }

    /**
     * Explains.
     *
     * @return the final status
     * @throws AssociationLostException if the association ends before all is sent
     */
    public Status explain(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        return new ExplainOperation(
                        rules(request.association()),
                        new StudyLookup(manager, timeout),
                        new VisibleQueries(manager, timeout))
                .explain(request, responder);
    }

    private ExplainOperation.Rules rules(Association association) {
        return new ExplainOperation.Rules() {
            @Override
            public Visibility visibilityOf(UserIdentity caller) throws AccessUnavailableException {
                return access.visibilityOf(caller);
            }

            @Override
            public CallerRules rulesOf(UserIdentity caller, String patientId, String issuer)
                    throws AccessUnavailableException {
                return access.rulesOf(caller, patientId, issuer);
            }

            @Override
            public Status refused(AccessUnavailableException why) {
                return access.refused(association, why);
            }
        };
    }
}
