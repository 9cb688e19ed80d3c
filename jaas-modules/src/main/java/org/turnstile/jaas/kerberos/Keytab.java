/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a keytab.
 *
 * @param keys those of AES, in the order of the file
 * @param unused how many others there are
 */
record Keytab(List<ServiceKey> keys, int unused) {

    Keytab {
        keys = List.copyOf(keys);
    }

    Set<String> principals() {
        return keys.stream().map(ServiceKey::principal).collect(Collectors.toUnmodifiableSet());
    }

    Stream<ServiceKey> of(String principal) {
        return keys.stream().filter(key -> key.principal().equals(principal));
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
