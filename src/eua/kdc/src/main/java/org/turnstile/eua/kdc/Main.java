/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a key distribution centre until its standard input ends, which is when whoever started it
 * has ended: {@code Main --home DIR [--port 10088] [--address 127.0.0.1] [--realm TURNSTILE.TEST]
 * [--service dicom/localhost]...}. The users come on the standard input, a line {@code NAME
 * PASSCODE} each, up to an empty line. It writes {@code keytab} with the services' keys and then
 * {@code krb5.conf} into the home folder, and keeps its principals in the folder {@code kdc} there.
 */
public final class Main {
    private Main() {}

    /**
     * Runs it.
     *
     * @param args as above
     * @throws KdcException it cannot start
     * @throws IOException the standard input cannot be read
     */
    public static void main(String[] args) throws KdcException, IOException {
        run(MainArguments.parse(args), System.in);
    }

    static void run(MainArguments arguments, InputStream input) throws KdcException, IOException {
        Path home = arguments.home();
        KdcOptions options =
                KdcOptions.builder()
                        .realm(arguments.realm())
                        .address(InetAddress.getByName(arguments.address()))
                        .port(arguments.port())
                        .store(home.resolve("kdc"))
                        .build();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        try (Kdc kdc = Kdc.start(options)) {
            addUsers(kdc, lines);
            String[] services = arguments.services().toArray(String[]::new);
            for (String service : services) {
                kdc.addService(service);
            }
            if (services.length > 0) {
                kdc.writeKeytab(home.resolve("keytab"), services);
            }
            kdc.writeKrb5Conf(home.resolve("krb5.conf"));
            awaitEnd(lines);
        }
    }

    private static void addUsers(Kdc kdc, BufferedReader lines) throws KdcException, IOException {
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
            int space = line.indexOf(' ');
            if (space < 1) {
                // the line may be a passcode: it is not repeated
                throw new KdcException("a user's line is not NAME PASSCODE");
            }
            char[] passcode = line.substring(space + 1).toCharArray();
            kdc.addPrincipal(line.substring(0, space), passcode);
            Arrays.fill(passcode, '\0');
            line = lines.readLine();
        }
    }

    private static void awaitEnd(BufferedReader lines) throws IOException {
        String ignored = lines.readLine();
        while (ignored != null) {
            ignored = lines.readLine();
        }
    }
}
