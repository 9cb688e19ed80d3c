/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;

/** Which names a principal may have. */
final class PrincipalNames {
    private static final int LONGEST = 255;

    private PrincipalNames() {}

    /**
     * The full name: with the realm, where it names none.
     *
     * @throws KdcException it is empty, too long, of another realm or has characters that need
     *     quoting
     */
    static String full(String name, String realm) throws KdcException {
        int at = name.indexOf('@');
        String local = at < 0 ? name : name.substring(0, at);
        if (at >= 0 && !name.substring(at + 1).equals(realm)) {
            throw new KdcException("principal is not of the realm " + realm + ": " + name);
        }
        for (String component : local.split("/", -1)) {
            if (!isComponent(component)) {
                throw new KdcException("not a principal's name: " + name);
            }
        }
        return local + "@" + realm;
    }

    /**
     * Whether a name that came over the line reads the same as text: with a separator inside a
     * component, two different names would.
     */
    static boolean isPlain(PrincipalName name) {
        return !name.getNameStrings().isEmpty()
                && name.getNameStrings().stream().allMatch(PrincipalNames::isComponent);
    }

    private static boolean isComponent(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && "/@\\".indexOf(c) < 0);
    }
}
