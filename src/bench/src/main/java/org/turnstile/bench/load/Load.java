/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.IOException;

/** Puts load on an SCP. */
public interface Load {

    /**
     * Runs to the end of the schedule.
     *
     * @return what was done after the warm-up
     * @throws LoadException if the SCP rejects, aborts, answers wrongly or not in time
     * @throws IOException if a connection fails
     */
    Tally run(Target target, Workload workload, Schedule schedule) throws IOException;
}
