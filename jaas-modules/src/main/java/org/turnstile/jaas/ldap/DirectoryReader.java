/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.LoginOptions;

/** Reads the options of a directory; what cannot work is said before anybody is asked. */
final class DirectoryReader {

    private final LoginOptions options;
    private final Path home;

    private DirectoryReader(LoginOptions options, Path home) {
        this.options = options;
        this.home = home;
    }

    /**
     * The users that the options speak of.
     *
     * @throws LoginUnavailableException if an option is missing or does not fit the others
     */
    static DirectoryUsers read(
            LoginOptions options, LoginRequest request, Optional<String> callerAttribute)
            throws LoginUnavailableException {
        DirectoryReader reader = new DirectoryReader(options, request.home());
        UserRule users = reader.users();
        GroupRule groups = reader.groups();
        Directory directory = Directory.of(request.scope(), reader.settings());
        return new DirectoryUsers(directory, users, groups, callerAttribute);
    }

    private DirectorySettings settings() throws LoginUnavailableException {
        boolean startTls = options.flag(DirectoryOption.START_TLS);
        return new DirectorySettings(
                servers(startTls || options.flag(DirectoryOption.CLEARTEXT)),
                startTls,
                options.file(DirectoryOption.TRUST_FILE, home),
                service(),
                Duration.ofSeconds(options.number(DirectoryOption.TIMEOUT_SECONDS)),
                options.number(DirectoryOption.CONNECTIONS));
    }

    private List<DirectoryServer> servers(boolean plain) throws LoginUnavailableException {
        List<DirectoryServer> servers = new ArrayList<>();
        for (String url : options.names(DirectoryOption.URLS)) {
            DirectoryServer server = parse(DirectoryOption.URLS, url, DirectoryServer::of);
            if (!plain && !server.tls() && !server.isLoopback()) {
                throw options.refusal(
                        DirectoryOption.URLS,
                        server
                                + " would carry passcodes unprotected; use ldaps, startTls or"
                                + " cleartext");
            }
            servers.add(server);
        }
        if (servers.isEmpty()) {
            throw options.refusal(DirectoryOption.URLS, "is not set");
        }
        return servers;
    }

    private Optional<DirectorySettings.Service> service() throws LoginUnavailableException {
        Optional<String> dn = options.text(DirectoryOption.BIND_DN);
        Optional<Path> file = options.file(DirectoryOption.BIND_PASSCODE_FILE, home);
        if (dn.isPresent() != file.isPresent()) {
            throw options.refusal(
                    DirectoryOption.BIND_DN, "is set without bindPasscodeFile, or that without it");
        }
        return dn.map(name -> new DirectorySettings.Service(name, file.orElseThrow()));
    }

    private UserRule users() throws LoginUnavailableException {
        Optional<String> dn = options.text(DirectoryOption.USER_DN);
        Optional<String> base = options.text(DirectoryOption.USER_BASE);
        if (dn.isPresent() == base.isPresent()) {
            throw options.refusal(
                    DirectoryOption.USER_DN, "exactly one of userDn and userBase must be set");
        }
        return dn.isPresent()
                ? new UserRule.ByName(parse(DirectoryOption.USER_DN, dn.get(), NameTemplate::dn))
                : new UserRule.BySearch(base.get(), filter(DirectoryOption.USER_FILTER));
    }

    private GroupRule groups() throws LoginUnavailableException {
        Optional<GroupRule.Search> search = Optional.empty();
        Optional<String> base = options.text(DirectoryOption.GROUP_BASE);
        if (base.isPresent()) {
            search =
                    Optional.of(
                            new GroupRule.Search(
                                    base.get(),
                                    filter(DirectoryOption.GROUP_FILTER),
                                    options.text(DirectoryOption.GROUP_ATTRIBUTE).orElseThrow()));
        }
        return new GroupRule(search, options.text(DirectoryOption.MEMBER_OF_ATTRIBUTE));
    }

    private NameTemplate filter(DirectoryOption option) throws LoginUnavailableException {
        String text = options.text(option).orElse("");
        return parse(option, text, NameTemplate::filter);
    }

    private <T> T parse(LoginOption option, String text, Function<String, T> parser)
            throws LoginUnavailableException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw options.refusal(option, text + " " + e.getMessage());
        }
    }
}
