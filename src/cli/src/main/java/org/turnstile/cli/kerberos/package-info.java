/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The user's Kerberos ticket, and the command ticket. Stands on {@code common}; imports {@code
 * org.turnstile.eua.agent}, {@code org.turnstile.api.kerberos} and picocli.
 */
package org.turnstile.cli.kerberos;
