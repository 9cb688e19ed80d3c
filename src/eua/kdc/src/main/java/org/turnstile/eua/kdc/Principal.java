/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.util.Optional;
import org.apache.kerby.kerberos.kerb.request.KrbIdentity;

/**
 * A principal of the realm.
 *
 * @param name full name, with realm
 * @param service whether tickets for it are issued; its keys are random then. Tickets for a user
 *     are not issued: whoever has one could try passcodes against it
 * @param current the keys that count
 * @param previous the keys before, which a keytab still holds
 */
record Principal(String name, boolean service, KeySet current, Optional<KeySet> previous) {
    /** Marks a principal for which no ticket is issued; the value is MIT's DISALLOW_SVR. */
    static final int DISALLOW_SERVER = 0x1000;

    Principal next(KeySet keys) {
        return new Principal(name, service, keys, Optional.of(current));
    }

    /** A fresh form for Kerby, which writes into what it gets. */
    KrbIdentity identity() {
        KrbIdentity identity = new KrbIdentity(name);
        identity.setKeyVersion(current.kvno());
        identity.setKdcFlags(service ? 0 : DISALLOW_SERVER);
        identity.addKeys(current.keys());
        return identity;
    }
}
