/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import java.io.Serial;

/** Too many tasks wait for a permit already. */
public final class LaneFullException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    LaneFullException(String lane, int mostWaiting) {
        super(lane + ": " + mostWaiting + " are waiting already");
    }
}
