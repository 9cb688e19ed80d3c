/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a directory listens.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param tls whether the connection begins with TLS (ldaps)
 */
record DirectoryServer(String host, int port, boolean tls) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /**
     * Reads a URL of scheme, host and port.
     *
     * @throws IllegalArgumentException if it is none, or says more
     */
    static DirectoryServer of(String url) {
        try {
            LDAPURL parsed = new LDAPURL(url);
            boolean more =
                    parsed.baseDNProvided()
                            || parsed.attributesProvided()
                            || parsed.scopeProvided()
                            || parsed.filterProvided();
            if (parsed.getHost() == null || more) {
                throw new IllegalArgumentException("is not HOST or HOST:PORT behind the scheme");
            }
            boolean tls = parsed.getScheme().equalsIgnoreCase("ldaps");
            return new DirectoryServer(parsed.getHost(), parsed.getPort(), tls);
        } catch (LDAPException e) {
            throw new IllegalArgumentException("is no URL of a directory", e);
        }
    }

    /** Whether it is this host for sure: names but localhost are not looked up for that. */
    boolean isLoopback() {
        try {
            return host.equalsIgnoreCase("localhost")
                    || (ADDRESS.matcher(host).matches()
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (tls ? "ldaps://" : "ldap://") + host + ":" + port;
    }
}
