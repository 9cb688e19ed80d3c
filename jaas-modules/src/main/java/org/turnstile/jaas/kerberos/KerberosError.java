/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

/** Why a request is refused, under the names that every Kerberos uses (RFC 4120 §7.5.9). */
enum KerberosError {
    KDC_ERR_ETYPE_NOSUPP(14),
    KDC_ERR_PATH_NOT_ACCEPTED(28),
    KRB_AP_ERR_BAD_INTEGRITY(31),
    KRB_AP_ERR_TKT_EXPIRED(32),
    KRB_AP_ERR_TKT_NYV(33),
    KRB_AP_ERR_REPEAT(34),
    KRB_AP_ERR_NOT_US(35),
    KRB_AP_ERR_BADMATCH(36),
    KRB_AP_ERR_SKEW(37),
    KRB_AP_ERR_BADADDR(38),
    KRB_AP_ERR_BADVERSION(39),
    KRB_AP_ERR_BADKEYVER(44),
    KRB_AP_ERR_NOKEY(45),
    KRB_ERR_GENERIC(60);

    private final int code;

    KerberosError(int code) {
        this.code = code;
    }

    RequestRefusedException because(String why) {
        return because(why, null);
    }

    RequestRefusedException because(String why, Throwable cause) {
        return new RequestRefusedException(name() + " (" + code + "): " + why, cause);
    }
}
