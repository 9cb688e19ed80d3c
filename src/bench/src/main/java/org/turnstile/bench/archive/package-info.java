/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Load by C-STORE and C-FIND, the same bytes for every archive. Imports {@code load} and the api.
 */
package org.turnstile.bench.archive;
