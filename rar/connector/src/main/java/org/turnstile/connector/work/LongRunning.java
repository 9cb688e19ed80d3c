/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.WorkContext;
import java.util.List;

/** The hint that makes a container use its pool for long-running Work. */
final class LongRunning {

    private LongRunning() {}

    static List<WorkContext> hints() {
        HintsContext hints = new HintsContext();
        hints.setHint(HintsContext.LONGRUNNING_HINT, true);
        return List.of(hints);
    }
}
