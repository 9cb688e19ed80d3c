/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.ejb.log.EjbLog;

/**
 * The rules as they are now: those of the file, which are brought into the database when it has
 * changed, and those that the database holds of its own. Called without a transaction around. Safe
 * for many threads.
 */
public final class AccessRules {

    private final AccessFile file;
    private final RuleTable table;
    private final boolean trustUnverified;

    /**
     * Reads nothing yet.
     *
     * @param home the folder of the file {@code access}
     * @param source the archive's database
     * @param timeout most time for each statement, and for another's import; from 1 s
     * @param trustUnverified whether a name counts that nothing proves; if not, its bearer is
     *     anonymous
     */
    public AccessRules(Path home, DataSource source, Duration timeout, boolean trustUnverified) {
        this.file =
                new AccessFile(
                        home.resolve("access"), AccessLimits.DEFAULT, timeout, Clock.systemUTC());
        this.table = new RuleTable(source, timeout);
        this.trustUnverified = trustUnverified;
    }

    /**
     * What a caller sees now.
     *
     * @throws AccessUnavailableException if that cannot be told
     */
    public Visibility visibilityOf(UserIdentity identity) throws AccessUnavailableException {
        Caller caller = Caller.of(identity, trustUnverified);
        bringUpToDate();
        try {
            return Predicates.of(caller, table.grantsOf(caller.subjects()));
        } catch (SQLException | IOException e) {
            throw new AccessUnavailableException("the rules cannot be looked up", e);
        }
    }

    /**
     * The rules of a caller that may bear on a patient, for an explanation.
     *
     * @param patientId Patient ID, empty for none
     * @param issuer Issuer of Patient ID, empty for none
     * @throws AccessUnavailableException if they cannot be told
     */
    public CallerRules rulesOf(UserIdentity identity, String patientId, String issuer)
            throws AccessUnavailableException {
        Caller caller = Caller.of(identity, trustUnverified);
        bringUpToDate();
        try {
            return table.rulesOf(caller.subjects(), patientId, issuer, file.text());
        } catch (SQLException | IOException e) {
            throw new AccessUnavailableException("the rules cannot be looked up", e);
        }
    }

    private void bringUpToDate() throws AccessUnavailableException {
        file.bringUpToDate(
                text -> {
                    RuleDifference difference = table.replaceFileRules(text);
                    EjbLog.LOG.rulesRead(
                            file.path(),
                            difference.rules(),
                            difference.inserted(),
                            difference.removed());
                });
    }
}
