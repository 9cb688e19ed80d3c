/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.nio.file.Path;

/** Where the demo finds what it starts. */
record DemoOptions(Path home, Path wildfly, Path ear, Path scripts) {

    static DemoOptions fromSystemProperties() throws DemoException {
        String home = System.getProperty("turnstile.home", "");
        return new DemoOptions(
                home.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".turnstile-demo")
                        : Path.of(home).toAbsolutePath(),
                required("turnstile.demo.wildfly"),
                required("turnstile.demo.ear"),
                required("turnstile.demo.scripts"));
    }

    private static Path required(String property) throws DemoException {
        String value = System.getProperty(property, "");
        if (value.isEmpty()) {
            throw new DemoException("-D" + property + ": not set; start the demo with mvn -Prun");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
