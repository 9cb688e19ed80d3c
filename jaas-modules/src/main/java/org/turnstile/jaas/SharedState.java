/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import org.turnstile.api.LoginUnavailableException;

/**
 * What the modules of one stack tell each other, under the names that the JDK's modules use. A name
 * is shared by whoever has found it good; a passcode only where an option asks for it.
 */
public final class SharedState {

    /** Key of the name, a {@code String}. */
    public static final String NAME = "javax.security.auth.login.name";

    /** Key of the passcode, a {@code char[]}. */
    public static final String PASSWORD = "javax.security.auth.login.password";

    private static final String UNAVAILABLE = "org.turnstile.jaas.unavailable";

    private final Map<String, Object> state;
    private char[] stored = {};

    SharedState(Map<String, Object> state) {
        this.state = state;
    }

    /** The name that a module before has left. */
    public Optional<String> name() {
        return state.get(NAME) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /** Leaves a name that has been found good, unless a module before has left one. */
    public void shareName(String name) {
        state.putIfAbsent(NAME, name);
    }

    /** Why one of our modules could not decide, if so. */
    public Optional<LoginUnavailableException> unavailable() {
        return state.get(UNAVAILABLE) instanceof LoginUnavailableException why
                ? Optional.of(why)
                : Optional.empty();
    }

    void unavailable(LoginUnavailableException why) {
        state.putIfAbsent(UNAVAILABLE, why);
    }

    void forgetUnavailable() {
        state.remove(UNAVAILABLE);
    }

    Optional<Credentials> credentials() throws FailedLoginException {
        if (state.get(NAME) instanceof String name && state.get(PASSWORD) instanceof char[] pass) {
            return Optional.of(Credentials.ofShared(name, pass));
        }
        return Optional.empty();
    }

    /**
     * Leaves the passcode for the modules that follow; wiped by {@link #wipe()}.
     *
     * @throws FailedLoginException if it is not UTF-8, and so cannot be left as characters
     */
    void store(Credentials good) throws FailedLoginException {
        if (state.containsKey(PASSWORD)) {
            return;
        }
        stored = Utf8.decode(good.passcode());
        state.put(PASSWORD, stored);
    }

    /** Takes away the passcode that {@link #store} left. */
    void wipe() {
        if (state.get(PASSWORD) == stored) {
            state.remove(PASSWORD);
        }
        Arrays.fill(stored, '\0');
        stored = new char[0];
    }

    /** Takes away name and passcode, whoever left them. */
    void clear() {
        wipe();
        state.remove(NAME);
        if (state.remove(PASSWORD) instanceof char[] password) {
            Arrays.fill(password, '\0');
        }
    }
}
