/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.turnstile.api.Association;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;

/** An association of a user, as the adapter would give it. */
public record OpenAssociation(UserIdentity identity) implements Association {

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
