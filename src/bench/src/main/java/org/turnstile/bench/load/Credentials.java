/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.nio.charset.StandardCharsets;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** A user name and a passcode (type 2, PS3.7 §D.3.3.7); the passcode is never shown. */
public final class Credentials implements User {

    private static final int USERNAME_AND_PASSCODE = 2;

    private final String name;
    private final String passcode;

    /** Takes both as they are to be sent, in UTF-8. */
    public Credentials(String name, String passcode) {
        this.name = name;
        this.passcode = passcode;
    }

    @Override
    public UserIdentityRq identity() {
        return new UserIdentityRq(
                USERNAME_AND_PASSCODE,
                true,
                name.getBytes(StandardCharsets.UTF_8),
                passcode.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[name=" + name + "]";
    }
}
