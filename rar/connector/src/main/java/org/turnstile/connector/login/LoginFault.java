/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.naming.CommunicationException;
import javax.naming.ServiceUnavailableException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginUnavailableException;

/**
 * What a failed login says: whether the user was refused or something could not be reached, and why
 * in words that give no secret away.
 *
 * @param unavailable whether nobody was refused
 * @param cause why
 */
record LoginFault(boolean unavailable, String cause) {

    private static final int DEEPEST = 32;
    private static final int LONGEST = 200;
    private static final int MOST_SEARCHED = 4000;

    /** SQLSTATE class of connection exceptions (ISO/IEC 9075-2). */
    private static final String SQL_CONNECTION = "08";

    static LoginFault of(LoginException e, Secrets secrets) {
        if (brokenModule(e)) {
            String where = whereItBroke(e);
            return new LoginFault(
                    true, "login module failed" + (secrets.shownIn(where) ? "" : ": " + where));
        }
        return new LoginFault(unreachable(e), show(e, secrets));
    }

    /** Exceptions that are no {@link LoginException} arrive as the text of their stack trace. */
    private static boolean brokenModule(LoginException e) {
        StackTraceElement[] trace = e.getStackTrace();
        boolean madeByJaas =
                trace.length > 0 && trace[0].getClassName().equals(LoginContext.class.getName());
        return madeByJaas
                && (text(e).contains("\tat ") || e.getCause() instanceof SecurityException);
    }

    /** Class of the exception and its first frame, but not its message, which may say anything. */
    private static String whereItBroke(LoginException e) {
        String text = text(e);
        String type = text.split("[:\\s]", 2)[0];
        int frame = text.indexOf("\tat ");
        return frame < 0 ? "SecurityException" : type + " " + firstLine(text.substring(frame + 1));
    }

    private static boolean unreachable(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof LoginUnavailableException || connectionLost(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean connectionLost(Throwable e) {
        return e instanceof CommunicationException
                || e instanceof ServiceUnavailableException
                || e instanceof SocketException
                || e instanceof SocketTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SQLTransientConnectionException
                || (e instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(SQL_CONNECTION));
    }

    private static String show(LoginException e, Secrets secrets) {
        String text = text(e);
        if (text.isEmpty() || text.length() > MOST_SEARCHED || secrets.shownIn(text)) {
            return e.getClass().getName();
        }
        return e.getClass().getSimpleName() + ": " + firstLine(text);
    }

    private static String text(LoginException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        return cut.codePoints()
                .map(c -> UserName.forbidden(c) ? (int) '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
