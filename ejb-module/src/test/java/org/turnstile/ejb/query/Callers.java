/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.Association;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;

/** Users and their associations, as the adapter would give them. */
final class Callers {

    private Callers() {}

    /** A user whose passcode was right. */
    static UserIdentity verified(String name, String... roles) {
        return UserIdentity.of(name, IdentityType.PASSCODE, true, Set.of(roles), new Subject());
    }

    /** A bare name. */
    static UserIdentity claimed(String name) {
        return UserIdentity.of(name, IdentityType.USERNAME, false, Set.of(), new Subject());
    }

    static Association association(UserIdentity identity) {
        return new Open(identity);
    }

    private record Open(UserIdentity identity) implements Association {
        @Override
        public String id() {
            return "a1";
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
            return "WORKSTATION";
        }

        @Override
        public InetSocketAddress peer() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        }

        @Override
        public Line line() {
            return Line.PLAIN;
        }

        @Override
        public String peerImplementationClassUid() {
            return "1.2.3";
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
}
