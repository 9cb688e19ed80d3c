/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/** A-RELEASE-RQ (PS3.8 §9.3.6). */
public record AReleaseRq() implements Pdu {

    @Override
    public int type() {
        return 0x05;
    }
}
