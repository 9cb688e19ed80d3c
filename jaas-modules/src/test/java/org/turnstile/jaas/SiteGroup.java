/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.security.Principal;

/** A group as a module of another vendor names it. */
public record SiteGroup(String getName) implements Principal {}
