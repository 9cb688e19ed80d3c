/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file {@code krb5.conf}: found as MIT's programs find it, which the JDK does not do by itself.
 */
public final class KerberosConfiguration {

    /** The variable that names the file; of several, separated as in a path, the first that is. */
    static final String VARIABLE = "KRB5_CONFIG";

    private static final String PROPERTY = "java.security.krb5.conf";
    private static final Path USUAL = Path.of("/etc/krb5.conf");

    private final Optional<Path> file;

    private KerberosConfiguration(Optional<Path> file) {
        this.file = file;
    }

    /**
     * The file that the variable {@code KRB5_CONFIG} names, else the one of the system property
     * {@code java.security.krb5.conf}, else {@code /etc/krb5.conf}, if that is there.
     *
     * @throws AgentException if a file is named and not there
     */
    public static KerberosConfiguration find(Map<String, String> environment)
            throws AgentException {
        return find(environment, Optional.ofNullable(System.getProperty(PROPERTY)), USUAL);
    }

    static KerberosConfiguration find(
            Map<String, String> environment, Optional<String> property, Path usual)
            throws AgentException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return new KerberosConfiguration(
                    Optional.of(
                            existing(VARIABLE, named, named.split(java.io.File.pathSeparator))));
        }
        if (property.isPresent()) {
            return new KerberosConfiguration(
                    Optional.of(existing(PROPERTY, property.get(), property.get())));
        }
        return new KerberosConfiguration(Optional.of(usual).filter(Files::isReadable));
    }

    private static Path existing(String where, String said, String... candidates)
            throws AgentException {
        return Stream.of(candidates)
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AgentException(
                                        AgentException.Kind.FILE,
                                        where + "=" + said + ": there is no such file to read"));
    }

    /** The file, if there is one. */
    public Optional<Path> file() {
        return file;
    }

    /**
     * A value of the section {@code [libdefaults]}.
     *
     * @throws AgentException if the file cannot be read
     */
    Optional<String> libDefault(String name) throws AgentException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return new LibDefaults(file.get()).value(name);
        } catch (IOException e) {
            throw new AgentException(
                    AgentException.Kind.FILE, this + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes the JDK read it at the next login; it is the whole process's then. */
    void use() {
        file.ifPresent(path -> System.setProperty(PROPERTY, path.toAbsolutePath().toString()));
    }

    /** "/etc/krb5.conf", or that there is none. */
    @Override
    public String toString() {
        return file.map(Path::toString).orElse("krb5.conf (there is none)");
    }
}
