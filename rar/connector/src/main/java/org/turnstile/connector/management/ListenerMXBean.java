/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.util.Map;

/** One listener, for operators. All counts are since its port opened. */
public interface ListenerMXBean {

    /** Name in {@code turnstile.properties}. */
    String getName();

    /** Address and port as bound. */
    String getAddress();

    /** Associations open now. */
    int getOpenAssociations();

    /** Associations accepted. */
    long getAccepted();

    /** Associations rejected, by result/source/reason (PS3.8 §9.3.4). */
    Map<String, Long> getRejected();

    /** Associations ended, by how. */
    Map<String, Long> getClosed();

    /** Connections whose bytes were not DICOM; those that the port's other listeners share. */
    long getMalformed();

    /** Requests answered, by service and status. */
    Map<String, Long> getRequests();

    /** Time from arrival to answer of all requests, in microseconds. */
    long getRequestMicros();

    /** Logins by identity type and outcome. */
    Map<String, Long> getLogins();
}
