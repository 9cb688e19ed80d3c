/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.List;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;

/** Names of principals as text, only those that can be read in one way. */
final class Names {

    private static final int MAX_LENGTH = 1_024;

    private Names() {}

    /**
     * {@code first/second@REALM}. A name whose parts have letters outside of ASCII (RFC 4120
     * §5.2.1) or what divides parts is refused, so that no two names have one text.
     */
    static String text(PrincipalName name, String realm, String whose)
            throws RequestRefusedException {
        List<String> parts = name == null ? List.of() : name.getNameStrings();
        String local = String.join("/", parts);
        boolean good =
                !parts.isEmpty()
                        && parts.stream().allMatch(part -> isPlain(part, "/@\\"))
                        && isPlain(realm, "/@\\")
                        && local.length() + realm.length() < MAX_LENGTH;
        if (!good) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    whose + ": a name that is empty, too long or not plain ASCII");
        }
        return local + "@" + realm;
    }

    private static boolean isPlain(String part, String dividers) {
        return part != null
                && !part.isEmpty()
                && part.chars().allMatch(c -> c >= ' ' && c <= '~' && dividers.indexOf(c) < 0);
    }

    /** What stands behind the {@code @}. */
    static String realm(String principal) {
        return principal.substring(principal.lastIndexOf('@') + 1);
    }
}
