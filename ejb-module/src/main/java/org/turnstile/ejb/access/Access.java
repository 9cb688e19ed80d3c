/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;
import org.turnstile.api.Association;
import org.turnstile.api.Associations;
import org.turnstile.api.Status;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.settings.ArchiveSettings;
import org.turnstile.ejb.settings.UnverifiedUsers;

/**
 * What the caller of an operation may see. Asked by every service before it reads the index, once
 * for each operation.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Access {

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    @Resource(lookup = "java:/turnstile/datasource")
    private DataSource source;

    @Resource private SessionContext context;

    private AccessRules rules;
    private Refusals refusals;

    @PostConstruct
    void start() {
        ArchiveSettings settings = ArchiveSettings.of(associations.archiveSettings());
        rules =
                new AccessRules(
                        associations.home(),
                        source,
                        settings.accessTimeout(),
                        settings.unverifiedUsers() == UnverifiedUsers.TRUSTED);
        refusals = new Refusals(settings.accessFailure());
    }

    /**
     * What the user of an association sees now.
     *
     * @throws AccessUnavailableException if that cannot be told, or if the container knows the
     *     caller under another name than the association
     */
    public Visibility visibilityOf(Association association) throws AccessUnavailableException {
        UserIdentity identity = association.identity();
        Caller.check(identity, context.getCallerPrincipal().getName());
        return rules.visibilityOf(identity);
    }

    /**
     * What a user would see; for an explanation, not for an answer to anybody else.
     *
     * @throws AccessUnavailableException if that cannot be told
     */
    public Visibility visibilityOf(UserIdentity identity) throws AccessUnavailableException {
        return rules.visibilityOf(identity);
    }

    /**
     * The rules of a user that may bear on a patient, for an explanation.
     *
     * @throws AccessUnavailableException if they cannot be told
     */
    public CallerRules rulesOf(UserIdentity identity, String patientId, String issuer)
            throws AccessUnavailableException {
        return rules.rulesOf(identity, patientId, issuer);
    }

    /** The answer to an operation of which it cannot be told what its caller may see; logs why. */
    public Status refused(Association association, AccessUnavailableException why) {
        return refusals.status(association, why);
    }
}
