/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.Line;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.config.SettingsException;
import org.turnstile.connector.guard.GuardLimits;
import org.turnstile.connector.guard.HandClock;
import org.turnstile.connector.guard.LockOut;
import org.turnstile.connector.guard.LoginGuard;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** A folder {@code home} with a login service on it, for one test. */
final class LoginHome implements AutoCloseable {

    static final InetSocketAddress PEER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);

    private final Path home;
    private final HandClock clock = new HandClock();
    private final List<LockOut> alerts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final LoginService service;
    private ListenerSettings listener;

    LoginHome(Path home) {
        this.home = home;
        this.service =
                new LoginService(
                        home,
                        LoginHome.class.getClassLoader(),
                        new LoginGuard(GuardLimits.DEFAULT, clock, alerts::add),
                        problems::add);
        listener();
    }

    Path path(String name) {
        return home.resolve(name);
    }

    HandClock clock() {
        return clock;
    }

    List<LockOut> alerts() {
        return alerts;
    }

    List<String> problems() {
        return problems;
    }

    LoginService service() {
        return service;
    }

    ListenerSettings settings() {
        return listener;
    }

    /** Configures the listener by lines without {@code listener.default.} */
    void listener(String... lines) {
        try {
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                text.append("listener.default.").append(line).append('\n');
            }
            Files.writeString(path(Settings.FILE), text);
            listener = Settings.read(home).listeners().get("default");
        } catch (IOException | SettingsException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes {@code login.conf}. */
    void loginConf(String... lines) {
        write(LoginConfiguration.FILE, String.join("\n", lines));
    }

    /** An entry with one {@link ScriptedModule}. */
    static String entry(String name, String options) {
        return name + " { " + ScriptedModule.class.getName() + " required " + options + "; };";
    }

    void write(String name, String text) {
        try {
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the scripted modules did, in order. */
    List<String> trace() {
        try {
            Path trace = path(ScriptedModule.TRACE);
            return Files.exists(trace) ? Files.readAllLines(trace) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    LoginOutcome login(UserIdentityRq rq) {
        return login(Line.PLAIN, Optional.of(rq));
    }

    LoginOutcome login(Line line, Optional<UserIdentityRq> rq) {
        return service.login(new LoginAttempt(listener, "CALLING", "CALLED", PEER, line, rq));
    }

    static UserIdentityRq username(String name) {
        return new UserIdentityRq(1, true, utf8(name), new byte[0]);
    }

    static UserIdentityRq passcode(String name, String passcode) {
        return new UserIdentityRq(2, true, utf8(name), utf8(passcode));
    }

    static UserIdentityRq token(int type, String token) {
        return new UserIdentityRq(type, true, utf8(token), new byte[0]);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        service.close();
    }
}
