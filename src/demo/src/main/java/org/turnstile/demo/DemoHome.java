/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

/** The demo's home folder. What is there already is kept, so a second start keeps the data. */
final class DemoHome {

    private static final List<String> FILES =
            List.of("turnstile.properties", "login.conf", "users", "otp", "roles", "access");

    private final Path folder;

    DemoHome(Path folder) {
        this.folder = folder;
    }

    void prepare() throws IOException, DemoException {
        Files.createDirectories(folder);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                copy(name, file);
            }
        }
        requireLoopback();
    }

    private static void copy(String name, Path file) throws IOException {
        try (InputStream in = DemoHome.class.getResourceAsStream("/home/" + name)) {
            Files.copy(in, file);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** The demo's passcodes are known to everybody: it must not be reachable from elsewhere. */
    private void requireLoopback() throws IOException, DemoException {
        Properties settings = settings();
        for (String key : settings.stringPropertyNames()) {
            if (key.endsWith(".bindAddress") && !Loopback.is(settings.getProperty(key))) {
                throw new DemoException(
                        folder.resolve("turnstile.properties")
                                + ": "
                                + key
                                + " = "
                                + settings.getProperty(key)
                                + ", but the demo listens on loopback addresses only");
            }
        }
    }

    int port() throws IOException, DemoException {
        String port = settings().getProperty("listener.default.port", "11112").strip();
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new DemoException("listener.default.port: '" + port + "' is no port number");
        }
    }

    /** Whether there is a login entry for tickets: a home of an earlier demo has none. */
    boolean knowsKerberos() throws IOException {
        return Files.readString(folder.resolve("login.conf")).contains("turnstile-kerberos");
    }

    /** Whether its login entry takes one-time passcodes: that of an earlier demo does not. */
    boolean knowsOneTimePasscodes() throws IOException {
        return Files.readString(folder.resolve("login.conf")).contains("OtpLoginModule");
    }

    private Properties settings() throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("turnstile.properties"))) {
            settings.load(in);
        }
        return settings;
    }
}
