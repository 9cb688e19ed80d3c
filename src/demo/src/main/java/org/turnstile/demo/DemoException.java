/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.Serial;

/** The demo cannot start, for a reason that whoever started it can mend. */
final class DemoException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}
