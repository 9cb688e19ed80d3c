/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.identity.backend.AbstractIdentityBackend;
import org.apache.kerby.kerberos.kerb.request.KrbIdentity;

/** The principals of the realm, by full name; Kerby reads, only we write. */
final class Principals extends AbstractIdentityBackend {
    private final Map<String, Principal> byName = new ConcurrentHashMap<>();
    private final Optional<PrincipalFile> file;

    private Principals(Optional<PrincipalFile> file) {
        this.file = file;
    }

    /**
     * Those of a folder, or none yet.
     *
     * @throws KdcException the folder cannot be read
     */
    static Principals open(Optional<Path> folder) throws KdcException {
        if (folder.isEmpty()) {
            return new Principals(Optional.empty());
        }
        PrincipalFile file = PrincipalFile.open(folder.get());
        Principals principals = new Principals(Optional.of(file));
        file.load().forEach(p -> principals.byName.put(p.name(), p));
        return principals;
    }

    Optional<Principal> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Adds a principal, or gives one that is there new keys.
     *
     * @throws KdcException it cannot be kept; it counts until the end of this process
     */
    synchronized void put(String name, boolean service, KeySet keys) throws KdcException {
        Principal principal =
                find(name)
                        .map(known -> known.next(keys))
                        .orElseGet(() -> new Principal(name, service, keys, Optional.empty()));
        byName.put(name, principal);
        if (file.isPresent()) {
            file.get().save(new TreeMap<>(byName).values());
        }
    }

    @Override
    protected Iterable<String> doGetIdentities() {
        return new TreeMap<>(byName).keySet();
    }

    @Override
    protected KrbIdentity doGetIdentity(String name) {
        return find(name).map(Principal::identity).orElse(null);
    }

    @Override
    protected KrbIdentity doAddIdentity(KrbIdentity identity) throws KrbException {
        throw new KrbException("principals are not added through Kerby");
    }

    @Override
    protected KrbIdentity doUpdateIdentity(KrbIdentity identity) throws KrbException {
        throw new KrbException("principals are not changed through Kerby");
    }

    @Override
    protected void doDeleteIdentity(String name) throws KrbException {
        throw new KrbException("principals are not deleted through Kerby");
    }
}
