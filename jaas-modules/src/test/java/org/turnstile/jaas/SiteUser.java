/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.security.Principal;

/** A user as a module of another vendor names it, unknown to our defaults. */
public record SiteUser(String getName) implements Principal {}
