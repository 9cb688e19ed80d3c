/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.user.HomeOption;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the states are: the file of a home folder, or a table that JDBC reaches. */
final class StoreOptions {

    /** Name of the file of states in a home folder, unless something else is said. */
    static final String FILE = "otp";

    @Mixin private HomeOption home;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            defaultValue = FILE,
            description = "The file of states, from the home folder on.")
    private Path file;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "A database instead of the file, as a URL of JDBC without a password.")
    private String url;

    @Option(
            names = "--jdbc-driver",
            paramLabel = "JAR",
            description = "The driver for it: the jar that the server uses.")
    private Path driver;

    @Option(names = "--jdbc-user", paramLabel = "USER", description = "The user of the database.")
    private String user;

    @Option(
            names = "--jdbc-password-file",
            paramLabel = "FILE",
            description = "File with that user's password in its one line.")
    private String passwordFile;

    OtpStore open(Surroundings surroundings) throws CommandFailedException {
        return url == null
                ? new OtpFile(home.folder(surroundings).resolve(file))
                : database(surroundings);
    }

    private OtpStore database(Surroundings surroundings) throws CommandFailedException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (passwordFile != null) {
            byte[] password = Secrets.line(passwordFile, surroundings.stdin());
            properties.setProperty("password", new String(password, StandardCharsets.UTF_8));
            Secrets.wipe(password);
        }
        ServiceLoader<Driver> drivers = ServiceLoader.load(Driver.class, loader());
        return new OtpTable(() -> connect(drivers, properties));
    }

    /** Not closed before the process ends: classes of the driver are loaded until then. */
    private ClassLoader loader() throws CommandFailedException {
        ClassLoader ours = StoreOptions.class.getClassLoader();
        if (driver == null) {
            return ours;
        }
        if (!Files.isReadable(driver)) {
            throw new CommandFailedException(ExitCode.NO_FILE, driver + ": cannot be read");
        }
        try {
            return new URLClassLoader(new URL[] {driver.toUri().toURL()}, ours);
        } catch (MalformedURLException e) {
            throw new CommandFailedException(ExitCode.NO_FILE, driver + ": is no file", e);
        }
    }

    private Connection connect(ServiceLoader<Driver> drivers, Properties properties)
            throws SQLException {
        for (Driver candidate : drivers) {
            Connection connection = candidate.connect(url, properties);
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException("no driver for this URL; name its jar by --jdbc-driver");
    }
}
