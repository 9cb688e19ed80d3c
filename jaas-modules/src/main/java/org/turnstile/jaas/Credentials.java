/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import javax.security.auth.login.FailedLoginException;
import org.turnstile.api.UserIdentityCallback;

/**
 * A name and a passcode for the time of one comparison. The passcode is a copy, wiped by {@link
 * #close()}.
 */
public final class Credentials implements AutoCloseable {

    private final String name;
    private final byte[] passcode;

    private Credentials(String name, byte[] passcode) {
        this.name = name;
        this.passcode = passcode;
    }

    /**
     * Primary-field as the name and Secondary-field as the passcode (PS3.7 §D.3.3.7).
     *
     * @throws FailedLoginException if the name is empty, not UTF-8, or has control characters
     */
    public static Credentials ofPeer(UserIdentityCallback identity) throws FailedLoginException {
        String name;
        try {
            name =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(identity.primary()))
                            .toString();
        } catch (CharacterCodingException e) {
            throw (FailedLoginException)
                    new FailedLoginException("the name is not UTF-8").initCause(e);
        }
        return new Credentials(checked(name), identity.secondary().clone());
    }

    static Credentials ofShared(String name, char[] password) throws FailedLoginException {
        return new Credentials(checked(name), Utf8.encode(password));
    }

    private static String checked(String name) throws FailedLoginException {
        if (name.isEmpty()) {
            throw new FailedLoginException("the name is empty");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new FailedLoginException("the name has control characters");
        }
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The name, not empty, in NFC: two spellings of one letter are one name. */
    public String name() {
        return name;
    }

    /** The passcode, valid until {@link #close()}; empty if none came. */
    public byte[] passcode() {
        return passcode;
    }

    /** Wipes the passcode. */
    @Override
    public void close() {
        Arrays.fill(passcode, (byte) 0);
    }

    @Override
    public String toString() {
        return "credentials of " + name;
    }
}
