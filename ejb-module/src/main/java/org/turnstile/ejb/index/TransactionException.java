/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.sql.SQLException;

/** A transaction that failed, or whose end is not known. */
public final class TransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean uncertain;

    /**
     * With the cause.
     *
     * @param uncertain whether the commit had begun, so that it may have come to its end
     */
    public TransactionException(boolean uncertain, Throwable cause) {
        super(uncertain ? "the commit failed" : "rolled back", cause);
        this.uncertain = uncertain;
    }

    /** Whether the commit had begun: then what was written may be there or not. */
    public boolean uncertain() {
        return uncertain;
    }

    /** Whether a row was refused because of another one (SQLSTATE class 23). */
    private boolean violatesConstraint() {
        return state().startsWith("23");
    }

    /** Whether others were in the way: a deadlock, a lock that was not given in time. */
    private boolean lostToOthers() {
        String state = state();
        // serialization failures; lock time-outs of H2 and PostgreSQL; H2's concurrent update
        return state.startsWith("40")
                || state.equals("HYT00")
                || state.equals("55P03")
                || state.equals("90131");
    }

    /** Whether one row can be the reason, so that others would go in without it. */
    boolean ofOnePart() {
        return !uncertain && (violatesConstraint() || lostToOthers());
    }

    private String state() {
        int depth = 0;
        for (Throwable each = this; each != null && depth < 20; each = each.getCause()) {
            if (each instanceof SQLException e && e.getSQLState() != null) {
                return e.getSQLState();
            }
            depth++;
        }
        return "";
    }
}
