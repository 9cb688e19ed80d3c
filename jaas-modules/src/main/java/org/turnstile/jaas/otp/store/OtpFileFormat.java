/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.PercentCode;
import org.turnstile.jaas.file.TextFile;

/** The lines {@code NAME:STATE} of a file of one-time passwords. */
final class OtpFileFormat {

    private OtpFileFormat() {}

    /** All users in the file's order; names are told apart exactly. */
    static Map<String, OtpState> parse(TextFile file) throws FileSyntaxException {
        Map<String, OtpState> states = new LinkedHashMap<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            if (TextFile.isComment(line)) {
                continue;
            }
            OtpAccount account = account(file, i + 1, line);
            if (states.put(account.name(), account.state()) != null) {
                throw file.error(i + 1, 1, "there is a line of that user before");
            }
            if (states.size() > OtpFile.MAX_USERS) {
                throw file.error(i + 1, 1, "more than " + OtpFile.MAX_USERS + " users");
            }
        }
        return states;
    }

    private static OtpAccount account(TextFile file, int number, String line)
            throws FileSyntaxException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw file.error(number, 1, "expects NAME:STATE");
        }
        String name;
        try {
            name = OtpAccount.checkName(PercentCode.decode(line.substring(0, colon)));
        } catch (IllegalArgumentException e) {
            throw file.error(number, 1, e.getMessage());
        }
        try {
            return new OtpAccount(name, OtpStateText.parse(line.substring(colon + 1).strip()));
        } catch (IllegalArgumentException e) {
            throw file.error(number, colon + 2, e.getMessage());
        }
    }

    static String format(OtpAccount account) {
        return PercentCode.encode(account.name()) + ":" + OtpStateText.format(account.state());
    }

    /** Whose line it is, of a file that has been parsed; empty for comments. */
    static Optional<String> name(String line) {
        return TextFile.isComment(line)
                ? Optional.empty()
                : Optional.of(PercentCode.decode(line.substring(0, line.indexOf(':'))));
    }
}
