/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The credential cache of the operating system, in the form FILE, which is what the JDK reads.
 *
 * @param file the file that {@code kinit} has written
 */
public record CredentialCache(Path file) implements TicketSource {

    /** The variable that names the cache. */
    static final String VARIABLE = "KRB5CCNAME";

    /** Tells the number of the user, when it is needed. */
    @FunctionalInterface
    interface UserNumber {
        long get() throws AgentException;
    }

    private static final String SETTING = "default_ccache_name";

    /**
     * The cache that the variable {@code KRB5CCNAME} names, else {@code default_ccache_name} of the
     * configuration, else {@code /tmp/krb5cc_UID}.
     *
     * @throws AgentException if that is a cache of another form, as KCM, KEYRING and DIR
     */
    public static CredentialCache find(
            Map<String, String> environment, KerberosConfiguration configuration)
            throws AgentException {
        return find(environment, configuration, UserId::ofProcess);
    }

    static CredentialCache find(
            Map<String, String> environment, KerberosConfiguration configuration, UserNumber uid)
            throws AgentException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return new CredentialCache(file(VARIABLE, named));
        }
        Optional<String> setting = configuration.libDefault(SETTING);
        if (setting.isPresent()) {
            String where = SETTING + " in " + configuration;
            return new CredentialCache(file(where, expanded(where, setting.get(), uid)));
        }
        return new CredentialCache(Path.of("/tmp/krb5cc_" + uid.get()));
    }

    private static Path file(String where, String name) throws AgentException {
        int colon = name.indexOf(':');
        // one letter is a drive
        String form = colon > 1 ? name.substring(0, colon).toUpperCase(Locale.ROOT) : "FILE";
        if (!form.equals("FILE")) {
            throw new AgentException(
                    AgentException.Kind.FILE,
                    String.format(
                            "%s=%s: Java reads credential caches of the form FILE only, not %s;"
                                    + " set %s=FILE:PATH in the environment, and kinit again",
                            where, name, form, VARIABLE));
        }
        return Path.of(colon > 1 ? name.substring(colon + 1) : name);
    }

    /** The variables that MIT knows in the setting, as far as they tell users apart. */
    private static String expanded(String where, String value, UserNumber uid)
            throws AgentException {
        String name = value;
        if (name.contains("%{")) {
            String id = Long.toString(uid.get());
            name =
                    name.replace("%{uid}", id)
                            .replace("%{euid}", id)
                            .replace("%{USERID}", id)
                            .replace("%{username}", System.getProperty("user.name"))
                            .replace("%{TEMP}", "/tmp");
        }
        if (name.contains("%{")) {
            throw new AgentException(
                    AgentException.Kind.FILE,
                    where + "=" + value + ": unknown variable; set " + VARIABLE + "=FILE:PATH");
        }
        return name;
    }

    @Override
    public String check(Instant now) throws AgentException {
        if (!Files.exists(file)) {
            throw new AgentException(
                    AgentException.Kind.FILE,
                    "no ticket: there is no credential cache " + file + "; kinit makes one");
        }
        CacheFile cache;
        try {
            cache = CacheFile.read(file);
        } catch (IOException e) {
            throw new AgentException(
                    AgentException.Kind.FILE,
                    "credential cache " + file + " cannot be read: " + e.getMessage(),
                    e);
        }
        Instant end =
                cache.ticketGrantingTicketEnds()
                        .orElseThrow(
                                () ->
                                        new AgentException(
                                                AgentException.Kind.FILE,
                                                "credential cache "
                                                        + file
                                                        + " has no ticket-granting ticket of "
                                                        + cache.principal()
                                                        + "; kinit gets one"));
        if (!now.isBefore(end)) {
            throw new AgentException(
                    AgentException.Kind.TICKET,
                    String.format(
                            "the ticket of %s in %s expired at %s; kinit gets a new one",
                            cache.principal(), file, end));
        }
        return cache.principal();
    }

    @Override
    public Map<String, String> loginOptions() {
        return Map.of("useTicketCache", "true", "ticketCache", file.toString());
    }
}
