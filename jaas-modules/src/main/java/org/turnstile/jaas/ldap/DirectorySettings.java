/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a directory is reached. Its text is a key under which the connections are kept.
 *
 * @param servers the servers in the order in which they are tried, at least one
 * @param startTls whether plain connections are protected by StartTLS
 * @param trustFile certificate authorities in PEM; empty for those of the JDK
 * @param service who searches, if there is such an account
 * @param timeout how long connecting and each answer may take
 * @param connections most connections at a time
 */
record DirectorySettings(
        List<DirectoryServer> servers,
        boolean startTls,
        Optional<Path> trustFile,
        Optional<Service> service,
        Duration timeout,
        int connections) {

    /** Keeps a copy. */
    DirectorySettings {
        servers = List.copyOf(servers);
    }

    /**
     * The account that searches.
     *
     * @param dn its DN
     * @param passcodeFile where its passcode is
     */
    record Service(String dn, Path passcodeFile) {}

    int timeoutMillis() {
        return Math.toIntExact(timeout.toMillis());
    }
}
