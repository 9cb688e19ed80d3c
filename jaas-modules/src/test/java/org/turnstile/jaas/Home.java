/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.URIParameter;
import javax.security.auth.Subject;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.turnstile.api.IdentityType;
import org.turnstile.jaas.passcode.UsersFile;

/** A folder of the configuration, with a {@code login.conf}, and logins by it. */
public final class Home implements AutoCloseable {

    /** Few rounds, so that tests are quick; the least that a users file may have. */
    public static final int ROUNDS = 10_000;

    private final Path folder;
    private final MapScope scope = new MapScope();

    /** A home in an empty folder. */
    public Home(Path folder) {
        this.folder = folder;
    }

    /** A file of the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The folder's users file, as the command line edits it. */
    public UsersFile users() {
        return new UsersFile(file("users"), ROUNDS);
    }

    /** Adds a user. */
    public Home user(String name, String passcode) throws IOException {
        users().add(name, bytes(passcode));
        return this;
    }

    /** Writes a file anew, in place, as an editor does. */
    public Home write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        return this;
    }

    /** Writes the one entry of {@code login.conf}; each line is a module with flag and options. */
    public Home stack(String... modules) throws IOException {
        return write("login.conf", "entry {\n" + String.join(";\n", modules) + ";\n};\n");
    }

    /** A peer who sends a name and a passcode. */
    public Peer passcode(String name, String passcode) {
        return new Peer(IdentityType.PASSCODE, bytes(name), bytes(passcode), true, folder, scope);
    }

    /** A peer who sends a name and a passcode that the listener does not verify. */
    public Peer unverified(String name, String passcode) {
        return new Peer(IdentityType.PASSCODE, bytes(name), bytes(passcode), false, folder, scope);
    }

    /** A peer who sends a bare name. */
    public Peer bareName(String name) {
        return new Peer(IdentityType.USERNAME, bytes(name), new byte[0], true, folder, scope);
    }

    /** A peer who sends any bytes. */
    public Peer raw(IdentityType type, byte[] primary, byte[] secondary) {
        return new Peer(type, primary, secondary, true, folder, scope);
    }

    /** A login context over a subject of its own. */
    public LoginContext context(Peer peer) throws LoginException {
        return context(peer, new Subject());
    }

    /** A login context over that subject. */
    public LoginContext context(Peer peer, Subject subject) throws LoginException {
        return new LoginContext("entry", subject, peer, configuration());
    }

    /** Logs in. */
    public Subject login(Peer peer) throws LoginException {
        LoginContext context = context(peer);
        context.login();
        return context.getSubject();
    }

    private Configuration configuration() {
        try {
            return Configuration.getInstance(
                    "JavaLoginConfig", new URIParameter(file("login.conf").toUri()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        scope.close();
    }
}
