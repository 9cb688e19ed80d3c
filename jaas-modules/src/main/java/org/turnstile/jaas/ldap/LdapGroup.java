/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * A group that a directory says the user is in; the roles file knows it as {@code group:NAME}.
 *
 * @param getName the group's name in NFC, not empty
 */
public record LdapGroup(String getName) implements Principal, Serializable {
    @Serial private static final long serialVersionUID = 1L;
}
