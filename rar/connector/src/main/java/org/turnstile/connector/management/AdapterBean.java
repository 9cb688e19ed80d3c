/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.util.List;
import java.util.function.IntSupplier;
import org.turnstile.api.Associations;

/** Shows the adapter. */
public final class AdapterBean implements AdapterMXBean {

    private final Associations associations;
    private final Load requests;
    private final Load logins;

    /**
     * How busy something is.
     *
     * @param running what runs now
     * @param waiting what waits now
     */
    public record Load(IntSupplier running, IntSupplier waiting) {}

    /** Shows these. */
    public AdapterBean(Associations associations, Load requests, Load logins) {
        this.associations = associations;
        this.requests = requests;
        this.logins = logins;
    }

    @Override
    public String getHome() {
        return associations.home().toString();
    }

    @Override
    public List<AssociationView> getAssociations() {
        return associations.live().stream().map(AssociationView::of).toList();
    }

    @Override
    public int getRunningRequests() {
        return requests.running().getAsInt();
    }

    @Override
    public int getWaitingRequests() {
        return requests.waiting().getAsInt();
    }

    @Override
    public int getRunningLogins() {
        return logins.running().getAsInt();
    }

    @Override
    public int getWaitingLogins() {
        return logins.waiting().getAsInt();
    }

    @Override
    public boolean closeAssociation(String id) {
        return associations.close(id);
    }

    @Override
    public void reload() {
        associations.reload();
    }
}
