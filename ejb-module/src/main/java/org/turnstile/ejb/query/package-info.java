/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Query service class (PS3.4 §C.4.1). May import {@code org.turnstile.api}, {@code
 * org.turnstile.ejb.access}, {@code org.turnstile.ejb.log} and Jakarta EE.
 */
package org.turnstile.ejb.query;
