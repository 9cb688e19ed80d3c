/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

/**
 * Recognises the container's "not authorized". Servers wrap it differently, so the chain of causes
 * is walked; the EJB exception is known by name, because a resource adapter has no business with
 * the EJB API.
 */
final class AccessDenied {

    private static final String EJB_ACCESS = "jakarta.ejb.EJBAccessException";

    private AccessDenied() {}

    static boolean isCauseOf(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SecurityException || t.getClass().getName().equals(EJB_ACCESS)) {
                return true;
            }
        }
        return false;
    }
}
