/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.turnstile.api.IdentityType;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** A user with one-time passcodes: each association is asked for with one of its own. */
final class OneTimeIdentity implements Identity {

    /** Where the next passcode comes from. */
    @FunctionalInterface
    interface Passcodes {
        byte[] next() throws CommandFailedException;
    }

    private final String user;
    private final boolean positiveResponse;
    private final Passcodes passcodes;
    private Optional<UserIdentityRq> last = Optional.empty();

    OneTimeIdentity(String user, boolean positiveResponse, Passcodes passcodes) {
        this.user = user;
        this.positiveResponse = positiveResponse;
        this.passcodes = passcodes;
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public void addTo(ConnectOptionsBuilder options) throws CommandFailedException {
        wipe();
        UserIdentityRq rq =
                new UserIdentityRq(
                        IdentityType.PASSCODE.code(),
                        positiveResponse,
                        user.getBytes(StandardCharsets.UTF_8),
                        passcodes.next());
        last = Optional.of(rq);
        options.identity(rq);
    }

    @Override
    public String who() {
        return user;
    }

    @Override
    public void wipe() {
        last.ifPresent(UserIdentityRq::wipe);
        last = Optional.empty();
    }
}
