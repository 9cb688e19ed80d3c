/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The key of a server, with a certificate that it made itself, for the names of the test. The JDK's
 * own {@code keytool} makes it, which takes about a second: once for the same names.
 */
public final class ServerKey {

    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";

    private static final Map<String, ServerKey> MADE = new HashMap<>();

    private final KeyStore store;

    private ServerKey(KeyStore store) {
        this.store = store;
    }

    /** For localhost and 127.0.0.1. */
    public static ServerKey ofThisHost() throws IOException, GeneralSecurityException {
        return of("dns:localhost,ip:127.0.0.1");
    }

    /** For a host that this one is not. */
    public static ServerKey ofAnotherHost() throws IOException, GeneralSecurityException {
        return of("dns:other.example.org");
    }

    private static synchronized ServerKey of(String names)
            throws IOException, GeneralSecurityException {
        ServerKey key = MADE.get(names);
        if (key == null) {
            key = anew(names);
            MADE.put(names, key);
        }
        return key;
    }

    private static ServerKey anew(String names) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("server-key");
        Path file = folder.resolve("keys");
        try {
            make(file, names);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            return new ServerKey(store);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void make(Path file, String names) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command =
                List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + ALIAS,
                        "-ext",
                        "san=" + names,
                        "-startdate",
                        "-1H",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was not waited for", e);
        }
    }

    /** The certificate as a file of certificate authorities has it. */
    public String pem() throws GeneralSecurityException {
        Certificate certificate = store.getCertificate(ALIAS);
        String text =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }

    /** TLS with this key. */
    public SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
