/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/**
 * Where a port is opened. Listeners of one endpoint share its port.
 *
 * @param bindAddress address literal or host name, in lower case
 * @param port 0 to 65535; 0 lets the system choose
 */
public record Endpoint(String bindAddress, int port) {
    @Override
    public String toString() {
        return bindAddress + ":" + port;
    }
}
