/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@link Main} is called with. */
record MainArguments(Path home, String address, int port, String realm, List<String> services) {
    /** Port of the demo; 88 belongs to the machine's own. */
    static final int DEFAULT_PORT = 10088;

    static MainArguments parse(String... args) throws KdcException {
        Path home = null;
        String address = "127.0.0.1";
        int port = DEFAULT_PORT;
        String realm = KdcOptions.DEFAULT_REALM;
        List<String> services = new ArrayList<>();
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new KdcException(args[i] + " lacks its value");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--home" -> home = Path.of(value).toAbsolutePath();
                case "--address" -> address = value;
                case "--port" -> port = port(value);
                case "--realm" -> realm = value;
                case "--service" -> services.add(value);
                default -> throw new KdcException(args[i] + " is unknown");
            }
        }
        if (home == null) {
            throw new KdcException("--home is missing");
        }
        return new MainArguments(home, address, port, realm, List.copyOf(services));
    }

    private static int port(String value) throws KdcException {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new KdcException("--port is no number: " + value, e);
        }
    }
}
