/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnstile.jaas.file.AtomicFile;
import org.turnstile.jaas.file.TextFile;

/**
 * States in a file. Each change is one atomic replacement of the file under a lock that other
 * processes keep too; comments and the order of the lines stay. A process has one object for a
 * file.
 */
public final class OtpFile implements OtpStore {

    /** Most users in one file, since each login writes it anew. */
    public static final int MAX_USERS = 10_000;

    private final Path path;
    private final AtomicFile file;

    /** The file, which need not exist before the first user is added. */
    public OtpFile(Path path) {
        this.path = path;
        this.file = new AtomicFile(path);
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    @Override
    public Optional<OtpState> find(String name) throws OtpStoreException {
        try {
            return Optional.ofNullable(OtpFileFormat.parse(TextFile.read(path)).get(name));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean replace(String name, OtpState expected, OtpState next) throws OtpStoreException {
        String line = OtpFileFormat.format(new OtpAccount(name, next));
        return edit(
                (lines, states) -> {
                    if (!expected.equals(states.get(name))) {
                        return false;
                    }
                    lines.set(indexOf(lines, name), line);
                    return true;
                });
    }

    @Override
    public boolean add(OtpAccount account) throws OtpStoreException {
        return edit(
                (lines, states) -> {
                    if (states.containsKey(account.name())) {
                        return false;
                    }
                    if (states.size() >= MAX_USERS) {
                        throw new IOException(path + ": has " + MAX_USERS + " users");
                    }
                    lines.add(OtpFileFormat.format(account));
                    return true;
                });
    }

    @Override
    public boolean remove(String name) throws OtpStoreException {
        return edit(
                (lines, states) -> {
                    if (!states.containsKey(name)) {
                        return false;
                    }
                    lines.remove(indexOf(lines, name));
                    return true;
                });
    }

    @Override
    public List<OtpAccount> list() throws OtpStoreException {
        try {
            return OtpFileFormat.parse(readOrEmpty()).entrySet().stream()
                    .map(user -> new OtpAccount(user.getKey(), user.getValue()))
                    .toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private interface Change {
        /** Changes the lines; whether there is anything to write. */
        boolean apply(List<String> lines, Map<String, OtpState> states) throws IOException;
    }

    private boolean edit(Change change) throws OtpStoreException {
        AtomicBoolean changed = new AtomicBoolean();
        try {
            file.edit(
                    () -> {
                        TextFile before = readOrEmpty();
                        List<String> lines = new ArrayList<>(before.lines());
                        if (change.apply(lines, OtpFileFormat.parse(before))) {
                            write(lines);
                            changed.set(true);
                        }
                    });
            return changed.get();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static int indexOf(List<String> lines, String name) {
        int at = 0;
        while (!OtpFileFormat.name(lines.get(at)).equals(Optional.of(name))) {
            at++;
        }
        return at;
    }

    private TextFile readOrEmpty() throws IOException {
        return Files.exists(path) ? TextFile.read(path) : new TextFile(path, List.of());
    }

    private void write(List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        file.replace(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OtpStoreException failed(IOException e) {
        return new OtpStoreException("one-time passwords: " + e.getMessage(), e);
    }
}
