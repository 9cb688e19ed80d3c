/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.URIParameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.connector.config.FileStamp;

/**
 * The file {@code login.conf}, read anew whenever it has changed. While it is missing or cannot be
 * parsed no login is possible; an older state is never fallen back to.
 */
final class LoginConfiguration implements LoginEntries {

    static final String FILE = "login.conf";

    private static final Pattern LINE = Pattern.compile("[Ll]ine (\\d+)");

    private record Loaded(FileStamp stamp, Configuration configuration) {}

    private final Path file;
    private Loaded loaded;

    LoginConfiguration(Path home) {
        this.file = home.resolve(FILE);
    }

    @Override
    public Optional<LoginEntry> find(String name) throws LoginUnavailableException {
        Configuration configuration = current();
        AppConfigurationEntry[] modules = configuration.getAppConfigurationEntry(name);
        if (modules == null || modules.length == 0) {
            return Optional.empty();
        }
        boolean oneTime =
                Arrays.stream(modules)
                        .map(m -> m.getOptions().get(LoginEntry.ONE_TIME))
                        .anyMatch("true"::equals);
        return Optional.of(
                new LoginEntry(
                        name,
                        oneTime,
                        Arrays.stream(modules)
                                .map(AppConfigurationEntry::getLoginModuleName)
                                .toList(),
                        configuration));
    }

    /** Reads the file at the next look, whatever its stamp says. */
    synchronized void forget() {
        loaded = null;
    }

    private synchronized Configuration current() throws LoginUnavailableException {
        FileStamp now = stamp();
        if (loaded == null || !loaded.stamp().stillHolds(now)) {
            loaded = null;
            loaded = new Loaded(now, load());
        }
        return loaded.configuration();
    }

    private FileStamp stamp() throws LoginUnavailableException {
        try {
            return FileStamp.of(file)
                    .orElseThrow(() -> new LoginUnavailableException(file + ": missing", null));
        } catch (IOException e) {
            throw new LoginUnavailableException(file + ": cannot be read", e);
        }
    }

    private Configuration load() throws LoginUnavailableException {
        try {
            return Configuration.getInstance("JavaLoginConfig", new URIParameter(file.toUri()));
        } catch (NoSuchAlgorithmException | SecurityException e) {
            throw new LoginUnavailableException(file + ": cannot be parsed" + line(e), null);
        }
    }

    /** Where; the rest of the text quotes the file, which may hold the password of a directory. */
    private static String line(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Matcher line = LINE.matcher(String.valueOf(cause.getMessage()));
        return line.find() ? ", line " + line.group(1) : "";
    }
}
