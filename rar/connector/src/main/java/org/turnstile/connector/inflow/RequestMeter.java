/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import org.turnstile.api.Status;

/** Counts requests; called from many threads. */
@FunctionalInterface
public interface RequestMeter {

    /**
     * A request has been answered.
     *
     * @param listener name of the listener
     * @param service such as {@code C-STORE}
     * @param status the answer
     * @param nanos from its arrival, in nanoseconds
     */
    void answered(String listener, String service, Status status, long nanos);
}
