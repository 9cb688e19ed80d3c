/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.beans.ConstructorProperties;
import org.turnstile.api.Association;

/** One live association as management tools show it. */
public final class AssociationView {

    private final String id;
    private final String listener;
    private final String calledAeTitle;
    private final String callingAeTitle;
    private final String peer;
    private final String line;
    private final String user;
    private final String since;

    /** All that a management tool needs to make one again. */
    @ConstructorProperties({
        "id",
        "listener",
        "calledAeTitle",
        "callingAeTitle",
        "peer",
        "line",
        "user",
        "since"
    })
    @SuppressWarnings("checkstyle:ParameterNumber")
    public AssociationView(
            String id,
            String listener,
            String calledAeTitle,
            String callingAeTitle,
            String peer,
            String line,
            String user,
            String since) {
        this.id = id;
        this.listener = listener;
        this.calledAeTitle = calledAeTitle;
        this.callingAeTitle = callingAeTitle;
        this.peer = peer;
        this.line = line;
        this.user = user;
        this.since = since;
    }

    static AssociationView of(Association association) {
        return new AssociationView(
                association.id(),
                association.listener(),
                association.calledAeTitle(),
                association.callingAeTitle(),
                association.peer().toString(),
                association.line().name(),
                association.identity().toString(),
                association.since().toString());
    }

    /** Its id. */
    public String getId() {
        return id;
    }

    /** Name of the listener. */
    public String getListener() {
        return listener;
    }

    /** Called AE title. */
    public String getCalledAeTitle() {
        return calledAeTitle;
    }

    /** Calling AE title. */
    public String getCallingAeTitle() {
        return callingAeTitle;
    }

    /** Address of the peer. */
    public String getPeer() {
        return peer;
    }

    /** What protects the connection. */
    public String getLine() {
        return line;
    }

    /** The user. */
    public String getUser() {
        return user;
    }

    /** Since when, as ISO 8601. */
    public String getSince() {
        return since;
    }
}
