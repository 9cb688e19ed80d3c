/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.util.Map;
import java.util.function.IntSupplier;

/** Shows the counters of one listener. */
public final class ListenerBean implements ListenerMXBean {

    private final String name;
    private final String address;
    private final IntSupplier open;
    private final Counters counters;

    /**
     * Shows these counters.
     *
     * @param name the listener's name
     * @param address as bound
     * @param open associations open now
     * @param counters the counters
     */
    public ListenerBean(String name, String address, IntSupplier open, Counters counters) {
        this.name = name;
        this.address = address;
        this.open = open;
        this.counters = counters;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getAddress() {
        return address;
    }

    @Override
    public int getOpenAssociations() {
        return open.getAsInt();
    }

    @Override
    public long getAccepted() {
        return counters.acceptedCount();
    }

    @Override
    public Map<String, Long> getRejected() {
        return counters.rejectedCounts();
    }

    @Override
    public Map<String, Long> getClosed() {
        return counters.closedCounts();
    }

    @Override
    public long getMalformed() {
        return counters.malformedCount();
    }

    @Override
    public Map<String, Long> getRequests() {
        return counters.requestCounts();
    }

    @Override
    public long getRequestMicros() {
        return counters.requestMicros();
    }

    @Override
    public Map<String, Long> getLogins() {
        return counters.loginCounts();
    }
}
