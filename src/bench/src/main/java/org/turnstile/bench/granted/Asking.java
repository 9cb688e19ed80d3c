/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.Association;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;

/** The association of a caller whose passcode was right. */
record Asking(UserIdentity identity) implements Association {

    static Asking as(String name) {
        return new Asking(
                UserIdentity.of(name, IdentityType.PASSCODE, true, Set.of(), new Subject()));
    }

    @Override
    public String id() {
        return "bench";
    }

    @Override
    public String listener() {
        return "default";
    }

    @Override
    public String calledAeTitle() {
        return "TURNSTILE";
    }

    @Override
    public String callingAeTitle() {
        return "BENCH";
    }

    @Override
    public InetSocketAddress peer() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 104);
    }

    @Override
    public Line line() {
        return Line.PLAIN;
    }

    @Override
    public String peerImplementationClassUid() {
        return "";
    }

    @Override
    public String peerImplementationVersionName() {
        return "";
    }

    @Override
    public Instant since() {
        return Instant.EPOCH;
    }
}
