/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

/** What Kerberos clients are configured by. */
final class Krb5Conf {

    private static final String TEXT =
            """
            [libdefaults]
                default_realm = %1$s
                dns_lookup_kdc = false
                dns_lookup_realm = false
                rdns = false
                udp_preference_limit = 1
                permitted_enctypes = aes256-cts-hmac-sha1-96 aes128-cts-hmac-sha1-96
            [realms]
                %1$s = {
                    kdc = 127.0.0.1:%2$d
                }
            """;

    private Krb5Conf() {}

    /** One realm, whose KDC listens on a port of loopback, by TCP. */
    static String text(String realm, int port) {
        return TEXT.formatted(realm, port);
    }
}
