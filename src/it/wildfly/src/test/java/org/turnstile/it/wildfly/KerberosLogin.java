/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.turnstile.it.scenarios.Home;
import org.turnstile.testkit.dicom.AcceptBytes;

/** The entry of {@code login.conf} that takes tickets, and what the server answers to one. */
final class KerberosLogin {

    /** Item-type, reserved, Item-length, Server-response-length (PS3.7 Table D.3-15). */
    private static final int HEADER = 6;

    private static final String ENTRY =
            """
            turnstile-kerberos {
                org.turnstile.jaas.kerberos.KerberosLoginModule required %s;
                org.turnstile.jaas.mapping.RoleMappingLoginModule required stripRealms="%s";
            };
            """;

    private KerberosLogin() {}

    /** Where the module's keys are unless an option says otherwise. */
    static Path keytab(Home home) {
        return home.folder().resolve("keytab");
    }

    /**
     * Adds the entry to those that the home begins with.
     *
     * @param realm whose users have the roles and rules of their bare names
     * @param options of the login module, each with its value in quotes
     */
    static void enter(Home home, String realm, String... options) throws IOException {
        home.write("login.conf", Home.LOGIN + ENTRY.formatted(String.join(" ", options), realm));
    }

    /** Takes it out. */
    static void leave(Home home) throws IOException {
        home.write("login.conf", Home.LOGIN);
    }

    /** The Server-response (59H), of which there is one; its two lengths agree (case 45). */
    static byte[] response(AcceptBytes accept) {
        List<String> responses = accept.subItems(0x59);
        assertThat(responses).hasSize(1);
        byte[] item = HexFormat.of().parseHex(responses.get(0).replace(" ", ""));
        int length = (item[4] & 0xFF) << 8 | (item[5] & 0xFF);
        assertThat(item).hasSize(HEADER + length);
        return Arrays.copyOfRange(item, HEADER, item.length);
    }
}
