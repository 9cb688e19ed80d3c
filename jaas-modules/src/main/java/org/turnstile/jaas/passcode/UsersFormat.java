/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.PercentCode;
import org.turnstile.jaas.file.TextFile;

/** The lines of a users file: {@code NAME:HASH}, {@code NAME:!HASH} and {@code NAME:*}. */
final class UsersFormat {

    /** Most bytes of a name in UTF-8: no peer can use a longer one. */
    static final int MAX_NAME = 256;

    private static final String NO_PASSCODE = "*";
    private static final String DISABLED = "!";

    private UsersFormat() {}

    static Users parse(TextFile file) throws FileSyntaxException {
        Map<String, User> users = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int number = 1; number <= file.lines().size(); number++) {
            String line = file.lines().get(number - 1);
            if (TextFile.isComment(line)) {
                continue;
            }
            User user = parse(file, number, line);
            Integer before = numbers.putIfAbsent(user.name(), number);
            if (before != null) {
                throw file.error(
                        number, 1, "'" + user.name() + "' is in line " + before + " already");
            }
            users.put(user.name(), user);
        }
        return new Users(users);
    }

    private static User parse(TextFile file, int number, String line) throws FileSyntaxException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw file.error(number, 1, "expects NAME:HASH, finds no colon");
        }
        String name;
        try {
            name = checkName(PercentCode.decode(line.substring(0, colon)));
        } catch (IllegalArgumentException e) {
            throw file.error(number, 1, e.getMessage());
        }
        try {
            return parse(name, line.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw file.error(number, colon + 2, e.getMessage());
        }
    }

    /** A user by what stands behind the colon. */
    static User parse(String name, String rest) {
        boolean enabled = !rest.startsWith(DISABLED);
        String hash = enabled ? rest : rest.substring(DISABLED.length());
        return hash.equals(NO_PASSCODE)
                ? new User(name, Optional.empty(), enabled)
                : new User(name, Optional.of(PasscodeHash.parse(hash)), enabled);
    }

    static String format(User user) {
        return PercentCode.encode(user.name())
                + ':'
                + (user.enabled() ? "" : DISABLED)
                + user.hash().map(PasscodeHash::format).orElse(NO_PASSCODE);
    }

    /** The name of a line that {@link #parse} has found good; empty for a comment. */
    static Optional<String> name(String line) {
        return TextFile.isComment(line)
                ? Optional.empty()
                : Optional.of(PercentCode.decode(line.substring(0, line.indexOf(':'))));
    }

    /** The name in NFC, if it is one. */
    static String checkName(String name) {
        PercentCode.check(name);
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_NAME) {
            throw new IllegalArgumentException(
                    "the name has " + length + " bytes, at most " + MAX_NAME);
        }
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
