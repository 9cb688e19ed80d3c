/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

/** The text of a {@code krb5.conf}. */
final class Krb5Conf {
    private Krb5Conf() {}

    static String text(String realm, String host, int port) {
        String address = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return String.join(
                "\n",
                "[libdefaults]",
                "    default_realm = " + realm,
                "    dns_lookup_kdc = false",
                "    dns_lookup_realm = false",
                "    dns_canonicalize_hostname = false",
                "    rdns = false",
                "    forwardable = true",
                "    default_tkt_enctypes = aes256-cts-hmac-sha1-96 aes128-cts-hmac-sha1-96",
                "    default_tgs_enctypes = aes256-cts-hmac-sha1-96 aes128-cts-hmac-sha1-96",
                "    permitted_enctypes = aes256-cts-hmac-sha1-96 aes128-cts-hmac-sha1-96",
                "    # one connection rather than datagrams that are sent again when it takes long",
                "    udp_preference_limit = 1",
                "    # the JDK reads no other kind",
                "    default_ccache_name = FILE:/tmp/krb5cc_%{uid}",
                "[realms]",
                "    " + realm + " = {",
                "        kdc = " + address + ":" + port,
                "    }",
                "[domain_realm]",
                "    localhost = " + realm,
                "");
    }
}
