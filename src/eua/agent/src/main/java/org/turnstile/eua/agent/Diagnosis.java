/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ietf.jgss.GSSException;

/** Says what the JDK's Kerberos complains about, and what a person can do. */
final class Diagnosis {

    /** How the JDK ends its words: with the error code of RFC 4120 §7.5.9. */
    private static final Pattern CODE = Pattern.compile("\\((\\d{1,3})\\)");

    private static final Map<Integer, String> ADVICE =
            Map.ofEntries(
                    Map.entry(6, "the KDC does not know this user"),
                    Map.entry(7, "the KDC does not know this service; is its name right?"),
                    Map.entry(14, "the KDC and this Java have no encryption type in common"),
                    Map.entry(18, "the account is locked or disabled"),
                    Map.entry(24, "the key is not the user's; has the keytab been replaced?"),
                    Map.entry(32, "the ticket has expired; kinit gets a new one"),
                    Map.entry(37, "the clocks of this computer and the KDC differ too much"),
                    Map.entry(63, "the KDC knows no way to the realm of the service"));

    private Diagnosis() {}

    /** What failed, in one sentence. */
    static AgentException of(String what, Exception e, KerberosConfiguration configuration) {
        String words = words(e);
        Matcher code = CODE.matcher(words);
        String advice = code.find() ? ADVICE.get(Integer.valueOf(code.group(1))) : null;
        if (advice != null) {
            return new AgentException(
                    AgentException.Kind.TICKET, what + ": " + words + ": " + advice, e);
        }
        if (isOfNetwork(e) || words.startsWith("Cannot locate")) {
            return new AgentException(
                    AgentException.Kind.KDC,
                    what + ": no KDC answers: " + words + "; configured in " + configuration,
                    e);
        }
        return new AgentException(AgentException.Kind.TICKET, what + ": " + words, e);
    }

    /** The JDK's words; where GSS-API repeats those of Kerberos, the latter. */
    static String words(Exception e) {
        Throwable inner = e instanceof GSSException && e.getCause() != null ? e.getCause() : e;
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }

    private static boolean isOfNetwork(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
