/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/** How an AP-REQ stands in a Primary-field, or an AP-REP in a Server-response (PS3.7 §D.3.3.7). */
public enum Framing {
    /** The message itself, as PS3.7 means it: first byte 6E (AP-REQ) or 6F (AP-REP). */
    RAW,
    /** A GSS-API token of the Kerberos mechanism (RFC 4121 §4.1): first byte 60. */
    GSS,
    /** The GSS-API token within one leg of SPNEGO (RFC 4178 §4.2): first byte 60, reply A1. */
    SPNEGO
}
