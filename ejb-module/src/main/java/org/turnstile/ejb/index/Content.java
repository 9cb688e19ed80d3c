/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.time.Instant;

/**
 * The bytes of an object and where they are.
 *
 * @param file relative to the folder of objects, with {@code /} between names
 * @param size bytes of the data set as received
 * @param digest SHA-256 of the same, 64 hexadecimal digits
 * @param storedAt when they came
 */
public record Content(String file, long size, String digest, Instant storedAt) {}
