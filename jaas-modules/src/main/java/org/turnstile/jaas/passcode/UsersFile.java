/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstile.jaas.file.AtomicFile;
import org.turnstile.jaas.file.TextFile;

/**
 * Edits a users file. Each edit is one atomic replacement of the file under a lock; comments and
 * the order of the lines stay. Servers see it at their next login. Names are compared exactly.
 *
 * <p>All methods throw {@link org.turnstile.jaas.file.FileSyntaxException} if the file has an
 * error, which an edit never hides by writing anew, and {@link IOException} if it cannot be read or
 * written. Passcodes handed in are wiped by the caller.
 */
public final class UsersFile {

    /** Most users in one file. */
    public static final int MAX_USERS = 100_000;

    private final Path path;
    private final int rounds;
    private final AtomicFile file;

    /** The file, with {@link PasscodeHash#DEFAULT_ROUNDS} for new hashes. */
    public UsersFile(Path path) {
        this(path, PasscodeHash.DEFAULT_ROUNDS);
    }

    /**
     * The file, which need not exist.
     *
     * @param rounds of new hashes, {@value PasscodeHash#MIN_ROUNDS} to {@value
     *     PasscodeHash#MAX_ROUNDS}
     * @throws IllegalArgumentException if the rounds are out of range
     */
    public UsersFile(Path path, int rounds) {
        PasscodeHash.checkRounds(rounds);
        this.path = path;
        this.rounds = rounds;
        this.file = new AtomicFile(path);
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    /** The users, in the file's order; none if there is no file. */
    public List<User> list() throws IOException {
        return List.copyOf(UsersFormat.parse(read()).all());
    }

    /**
     * Adds a user with a passcode.
     *
     * @param name 1 to 256 bytes in UTF-8, no control characters
     * @param passcode bytes as the peer will send them, not empty
     * @throws IllegalArgumentException if the name or the passcode is not such
     * @throws UsersFileException if there is a user of that name
     */
    public void add(String name, byte[] passcode) throws IOException {
        String canonical = UsersFormat.checkName(name);
        add(new User(canonical, Optional.of(PasscodeHash.create(passcode, rounds)), true));
    }

    /** Adds a user without a passcode, for listeners that trust bare names. */
    public void addWithoutPasscode(String name) throws IOException {
        add(new User(UsersFormat.checkName(name), Optional.empty(), true));
    }

    private void add(User user) throws IOException {
        file.edit(
                () -> {
                    TextFile before = read();
                    Users users = UsersFormat.parse(before);
                    if (users.find(user.name()).isPresent()) {
                        throw new UsersFileException(
                                path + ": there is a user '" + user.name() + "' already");
                    }
                    if (users.all().size() >= MAX_USERS) {
                        throw new UsersFileException(path + ": has " + MAX_USERS + " users");
                    }
                    List<String> lines = new ArrayList<>(before.lines());
                    lines.add(UsersFormat.format(user));
                    write(lines);
                });
    }

    /**
     * Gives a user another passcode; a disabled user stays so.
     *
     * @throws UsersFileException if there is no user of that name
     */
    public void change(String name, byte[] passcode) throws IOException {
        Optional<PasscodeHash> hash = Optional.of(PasscodeHash.create(passcode, rounds));
        replace(name, user -> Optional.of(new User(user.name(), hash, user.enabled())));
    }

    /**
     * Disables a user, or enables one again with the passcode of before.
     *
     * @throws UsersFileException if there is no user of that name
     */
    public void enable(String name, boolean enabled) throws IOException {
        replace(name, user -> Optional.of(new User(user.name(), user.hash(), enabled)));
    }

    /**
     * Removes a user.
     *
     * @throws UsersFileException if there is no user of that name
     */
    public void remove(String name) throws IOException {
        replace(name, user -> Optional.empty());
    }

    private interface Change {
        Optional<User> of(User user);
    }

    private void replace(String name, Change change) throws IOException {
        file.edit(
                () -> {
                    TextFile before = read();
                    User old =
                            UsersFormat.parse(before).find(name).orElseThrow(() -> unknown(name));
                    Optional<String> line = change.of(old).map(UsersFormat::format);
                    List<String> lines = new ArrayList<>(before.lines());
                    int at = indexOf(lines, old.name());
                    line.ifPresentOrElse(text -> lines.set(at, text), () -> lines.remove(at));
                    write(lines);
                });
    }

    private UsersFileException unknown(String name) {
        return new UsersFileException(path + ": there is no user '" + name + "'");
    }

    private static int indexOf(List<String> lines, String name) {
        int at = 0;
        while (!UsersFormat.name(lines.get(at)).equals(Optional.of(name))) {
            at++;
        }
        return at;
    }

    private TextFile read() throws IOException {
        return Files.exists(path) ? TextFile.read(path) : new TextFile(path, List.of());
    }

    private void write(List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        file.replace(text.getBytes(StandardCharsets.UTF_8));
    }
}
