/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.util.List;

/** The adapter, for operators. */
public interface AdapterMXBean {

    /** Folder of the configuration. */
    String getHome();

    /** The associations open now. */
    List<AssociationView> getAssociations();

    /** Requests that run on the container's threads now. */
    int getRunningRequests();

    /** Requests that wait for a permit now. */
    int getWaitingRequests();

    /** Logins that run now. */
    int getRunningLogins();

    /** Logins that wait for a permit now. */
    int getWaitingLogins();

    /**
     * Aborts an association.
     *
     * @param id its id
     * @return whether it was open
     */
    boolean closeAssociation(String id);

    /** Reads users, roles and login entries anew. */
    void reload();
}
