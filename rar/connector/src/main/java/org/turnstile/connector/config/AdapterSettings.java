/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.time.Duration;

/**
 * What holds for the adapter as a whole; ranges are those of {@link SettingKey}.
 *
 * @param requests requests served at once
 * @param logins logins run at once
 * @param associationEvents association events delivered at once
 * @param waitingRequests most requests that wait for a permit
 * @param waitingLogins most logins that wait for a permit
 * @param loginTimeout most time that a login may wait and run
 * @param eventLoops event loops, at least 1; never the 0 of the file
 */
public record AdapterSettings(
        int requests,
        int logins,
        int associationEvents,
        int waitingRequests,
        int waitingLogins,
        Duration loginTimeout,
        int eventLoops) {}
