/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;
import org.turnstile.api.LoginUnavailableException;

/** What the result codes of directories mean for a login (RFC 4511 appendix A). */
final class DirectoryFault {

    /** Codes of a bind by which a user is refused: wrong, unknown, locked or expired. */
    private static final Set<ResultCode> REFUSALS =
            Set.of(
                    ResultCode.INVALID_CREDENTIALS,
                    ResultCode.NO_SUCH_OBJECT,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION,
                    ResultCode.INVALID_DN_SYNTAX,
                    ResultCode.CONSTRAINT_VIOLATION,
                    ResultCode.UNWILLING_TO_PERFORM);

    private static final int LONGEST = 300;
    private static final int DEEPEST = 16;

    private DirectoryFault() {}

    static boolean isRefusal(LDAPException bind) {
        return REFUSALS.contains(bind.getResultCode());
    }

    /** Whether an idle connection had been closed by the directory before it was used again. */
    static boolean isLost(LDAPException e) {
        return e.getResultCode().equals(ResultCode.SERVER_DOWN);
    }

    /**
     * The login that cannot be decided. What a directory says in its own words is left out, since
     * it may quote what it was sent; what this side says of the connection is not.
     */
    static LoginUnavailableException unavailable(DirectorySettings settings, LDAPException e) {
        ResultCode code = e.getResultCode();
        String text = "directory " + settings.servers() + ": " + code.getName();
        if (!code.isClientSideResultCode()) {
            return new LoginUnavailableException(text + " (" + code.intValue() + ")", null);
        }
        String message = innermost(e);
        String cut = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        return new LoginUnavailableException(text + ": " + cut, e);
    }

    /** What lies at the bottom: the SDK wraps it in several sentences, and a log line is short. */
    private static String innermost(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
