/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.LoginUnavailableException;

/** A connection for the time of one login. */
final class DirectorySession {

    /** What a search has found: no more entries than were asked for, and whether there are more. */
    record Found(List<SearchResultEntry> entries, boolean more) {}

    private final LDAPConnection connection;
    private final DirectorySettings settings;
    private final Optional<BindPasscode> bindPasscode;
    private boolean isService;

    DirectorySession(
            LDAPConnection connection,
            DirectorySettings settings,
            Optional<BindPasscode> bindPasscode) {
        this.connection = connection;
        this.settings = settings;
        this.bindPasscode = bindPasscode;
    }

    /** Whether there is an account of our own that searches. */
    boolean hasService() {
        return settings.service().isPresent();
    }

    /**
     * Becomes the user; whether the directory agrees.
     *
     * @param passcode not empty: with an empty one a directory may agree to nobody (RFC 4513
     *     §5.1.2)
     * @throws LDAPException if the directory did not decide
     */
    boolean bind(String dn, byte[] passcode) throws LDAPException {
        if (passcode.length == 0 || dn.isEmpty()) {
            throw new IllegalArgumentException("a bind without name or passcode proves nothing");
        }
        isService = false;
        try {
            BindResult result = connection.bind(new SimpleBindRequest(dn, passcode));
            return PasswordExpiredControl.get(result) == null;
        } catch (LDAPException e) {
            if (DirectoryFault.isRefusal(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Becomes the account that searches, unless it is; or nobody if there is none. */
    void bindService() throws LDAPException, LoginUnavailableException {
        if (!isService) {
            bindAnew();
            isService = true;
        }
    }

    private void bindAnew() throws LDAPException, LoginUnavailableException {
        if (bindPasscode.isEmpty()) {
            connection.bind(new SimpleBindRequest());
            return;
        }
        String dn = settings.service().orElseThrow().dn();
        byte[] passcode = bindPasscode.get().read();
        try {
            if (!bind(dn, passcode)) {
                throw new LoginUnavailableException("bindDn: the directory refuses " + dn, null);
            }
        } finally {
            Arrays.fill(passcode, (byte) 0);
        }
    }

    /**
     * Searches, without following references to other directories.
     *
     * @param most how many entries are kept
     */
    Found search(String base, SearchScope scope, Filter filter, int most, List<String> attributes)
            throws LDAPException {
        Entries entries = new Entries(most);
        SearchRequest request =
                new SearchRequest(
                        entries,
                        base,
                        scope,
                        DereferencePolicy.NEVER,
                        most + 1,
                        Math.toIntExact(settings.timeout().toSeconds()),
                        false,
                        filter,
                        attributes.toArray(String[]::new));
        try {
            connection.search(request);
            return new Found(entries.kept(), entries.isMore());
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return new Found(entries.kept(), true);
            }
            throw e;
        }
    }
}
