/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.kerby.kerberos.kerb.KrbException;

/**
 * A running key distribution centre of one realm. Whoever asks it for a ticket has to prove the
 * passcode first, keys are AES only, and repeated failures lock a principal out.
 */
public final class Kdc implements AutoCloseable {
    private final KdcOptions options;
    private final Principals principals;
    private final KdcServer server;

    private Kdc(KdcOptions options, Principals principals, KdcServer server) {
        this.options = options;
        this.principals = principals;
        this.server = server;
    }

    /**
     * Starts it; it listens when this returns.
     *
     * @throws KdcException the port is taken, or the store cannot be read
     */
    public static Kdc start(KdcOptions options) throws KdcException {
        Principals principals = Principals.open(options.store());
        String tgs = "krbtgt/" + options.realm() + "@" + options.realm();
        if (principals.find(tgs).isEmpty()) {
            principals.put(tgs, true, randomKeys(tgs, 1));
        }
        Guard guard = Guard.of(options, Clock.systemUTC());
        Exchanges exchanges = new Exchanges(KdcContexts.of(options, principals), guard);
        return new Kdc(options, principals, KdcServer.start(options, exchanges));
    }

    /** The port that it listens on, by TCP and UDP. */
    public int port() {
        return server.port();
    }

    /** Its realm. */
    public String realm() {
        return options.realm();
    }

    /**
     * Adds a user, or gives one a new passcode: the version of the keys goes up then. With the
     * passcode that it has, nothing changes.
     *
     * @param name name, with or without the realm
     * @param passcode the passcode; the caller wipes it
     * @throws KdcException the name cannot be one of this realm, or is a service's
     */
    public void addPrincipal(String name, char[] passcode) throws KdcException {
        String full = PrincipalNames.full(name, realm());
        try {
            KeySet keys = KeySet.of(full, passcode, nextVersion(full));
            Optional<Principal> known = principals.find(full);
            if (known.isPresent() && known.get().service()) {
                throw new KdcException("principal is a service: " + full);
            }
            if (known.isEmpty() || !known.get().current().hasKeysOf(keys)) {
                principals.put(full, false, keys);
            }
        } catch (KrbException e) {
            throw new KdcException("cannot derive keys of " + full, e);
        }
    }

    /**
     * Adds a service with random keys, of which a keytab tells; one that exists stays as it is.
     *
     * @param name name, such as {@code dicom/localhost}, with or without the realm
     * @throws KdcException the name cannot be one of this realm, or is a user's
     */
    public void addService(String name) throws KdcException {
        String full = PrincipalNames.full(name, realm());
        Optional<Principal> known = principals.find(full);
        if (known.isEmpty()) {
            principals.put(full, true, randomKeys(full, 1));
        } else if (!known.get().service()) {
            throw new KdcException("principal is a user: " + full);
        }
    }

    /**
     * Gives a principal new random keys under the next version number. The version before stays in
     * the keytabs that are written from now on, so that tickets in use still open.
     *
     * @return the new version number
     * @throws KdcException there is no such principal
     */
    public int rotate(String name) throws KdcException {
        Principal principal = existing(name);
        int kvno = nextVersion(principal.name());
        principals.put(principal.name(), principal.service(), randomKeys(principal.name(), kvno));
        return kvno;
    }

    /**
     * Writes a keytab that only the owner reads, in place of what is there: the current keys and
     * those before.
     *
     * @param names the principals, at least one
     * @throws KdcException there is no such principal, or the file cannot be written
     */
    public void writeKeytab(Path file, String... names) throws KdcException {
        if (names.length == 0) {
            throw new KdcException("a keytab of no principal");
        }
        try {
            KeytabFile keytab = new KeytabFile((int) Clock.systemUTC().instant().getEpochSecond());
            for (String name : names) {
                keytab.add(existing(name));
            }
            PrivateFile.write(file, keytab.toBytes());
        } catch (IOException e) {
            throw new KdcException("cannot write the keytab " + file, e);
        }
    }

    /**
     * Writes a {@code krb5.conf} with which MIT's and the JDK's clients find this realm.
     *
     * @throws KdcException the file cannot be written
     */
    public void writeKrb5Conf(Path file) throws KdcException {
        String host = options.address().getHostAddress();
        String text = Krb5Conf.text(realm(), host, port());
        try {
            PrivateFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KdcException("cannot write " + file, e);
        }
    }

    private Principal existing(String name) throws KdcException {
        String full = PrincipalNames.full(name, realm());
        return principals
                .find(full)
                .orElseThrow(() -> new KdcException("no such principal: " + full));
    }

    private int nextVersion(String full) {
        return principals.find(full).map(known -> known.current().kvno() + 1).orElse(1);
    }

    private static KeySet randomKeys(String name, int kvno) throws KdcException {
        try {
            return KeySet.random(kvno);
        } catch (KrbException e) {
            throw new KdcException("cannot make keys of " + name, e);
        }
    }

    /** Stops listening; requests in the making are dropped. */
    @Override
    public void close() {
        server.close();
    }
}
