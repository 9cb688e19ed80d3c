/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * A-ASSOCIATE-RJ (PS3.8 §9.3.4).
 *
 * @param result 1 rejected-permanent, 2 rejected-transient
 * @param source 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation)
 * @param reason as of the source
 */
public record AAssociateRj(int result, int source, int reason) implements Pdu {

    /** Permanent, ACSE, no reason given: what a failed login is told (PS3.7 §D.3.3.7.3). */
    public static final AAssociateRj NOT_AUTHENTICATED = new AAssociateRj(1, 2, 1);

    /** Permanent, ACSE, protocol version not supported. */
    public static final AAssociateRj PROTOCOL_VERSION = new AAssociateRj(1, 2, 2);

    /** Permanent, service-user, application context name not supported. */
    public static final AAssociateRj APPLICATION_CONTEXT = new AAssociateRj(1, 1, 2);

    /** Permanent, service-user, calling AE title not recognized. */
    public static final AAssociateRj CALLING_AE = new AAssociateRj(1, 1, 3);

    /** Permanent, service-user, called AE title not recognized. */
    public static final AAssociateRj CALLED_AE = new AAssociateRj(1, 1, 7);

    /** Transient, presentation, temporary congestion: a back end is down or we are too busy. */
    public static final AAssociateRj CONGESTION = new AAssociateRj(2, 3, 1);

    /** Transient, presentation, local limit exceeded: too many associations. */
    public static final AAssociateRj LOCAL_LIMIT = new AAssociateRj(2, 3, 2);

    @Override
    public int type() {
        return 0x03;
    }
}
