/* SPDX-License-Identifier: Apache-2.0 */
/** What the disk alone gives; stands on the JDK only. */
package org.turnstile.bench.disk;
