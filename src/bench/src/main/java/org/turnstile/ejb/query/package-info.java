/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the benchmarks need of the archive's query package, from within it. Imports that package and
 * the api.
 */
package org.turnstile.ejb.query;
