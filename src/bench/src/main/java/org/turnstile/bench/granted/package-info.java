/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a caller with very many granted patients costs, by the archive's classes alone. Imports
 * these, the api and a database's driver.
 */
package org.turnstile.bench.granted;
