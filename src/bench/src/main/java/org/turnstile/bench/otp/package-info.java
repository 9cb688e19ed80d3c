/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Users with one-time passcodes. Imports the generator, and the chains and states of {@code
 * org.turnstile.jaas.otp}.
 */
package org.turnstile.bench.otp;
