/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/** A-RELEASE-RP (PS3.8 §9.3.7). */
public record AReleaseRp() implements Pdu {

    @Override
    public int type() {
        return 0x06;
    }
}
