/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.nio.file.Path;

/**
 * Where the demo finds what it starts.
 *
 * @param heap most memory of the server's heap, as {@code -Xmx} takes it
 */
record DemoOptions(
        Path home,
        Path wildfly,
        Path ear,
        Path scripts,
        String heap,
        int kdcPort,
        String kdcClassPath) {

    /** Port of the key distribution centre; 88 may be the machine's own. */
    static final int KDC_PORT = 10088;

    static final String HEAP = "512m";

    private static final String HEAP_PROPERTY = "turnstile.demo.heap";
    private static final String KDC_PORT_PROPERTY = "turnstile.demo.kdc.port";

    static DemoOptions fromSystemProperties() throws DemoException {
        String home = System.getProperty("turnstile.home", "");
        return new DemoOptions(
                home.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".turnstile-demo")
                        : Path.of(home).toAbsolutePath(),
                required("turnstile.demo.wildfly"),
                required("turnstile.demo.ear"),
                required("turnstile.demo.scripts"),
                sizeOfHeap(),
                portOfKdc(),
                System.getProperty(
                        "turnstile.demo.kdc.classpath", System.getProperty("java.class.path")));
    }

    private static String sizeOfHeap() throws DemoException {
        String heap = System.getProperty(HEAP_PROPERTY, "");
        if (heap.isEmpty()) {
            return HEAP;
        }
        if (!heap.matches("[1-9][0-9]{0,5}[mMgG]")) {
            throw new DemoException(HEAP_PROPERTY + ": '" + heap + "' is not like 512m or 4g");
        }
        return heap;
    }

    private static int portOfKdc() throws DemoException {
        String port = System.getProperty(KDC_PORT_PROPERTY, "");
        try {
            return port.isEmpty() ? KDC_PORT : Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new DemoException(KDC_PORT_PROPERTY + ": '" + port + "' is no port number");
        }
    }

    private static Path required(String property) throws DemoException {
        String value = System.getProperty(property, "");
        if (value.isEmpty()) {
            throw new DemoException("-D" + property + ": not set; start the demo with mvn -Prun");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
