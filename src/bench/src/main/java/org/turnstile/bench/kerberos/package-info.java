/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Associations that a Kerberos ticket opens. Imports {@code load}, {@code eua.agent}, the api and
 * turnstile-dicom.
 */
package org.turnstile.bench.kerberos;
