/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.net.InetSocketAddress;
import java.time.Instant;

/** An association as a handler sees it: who speaks to whom, over what, and as which user. */
public interface Association {

    /** A short name of this association, unique in this process and written in every log line. */
    String id();

    /** The name of the listener that accepted it. */
    String listener();

    /** Called AE title without its padding, 1 to 16 characters (PS3.8 §9.3.2). */
    String calledAeTitle();

    /** Calling AE title without its padding, 1 to 16 characters (PS3.8 §9.3.2). */
    String callingAeTitle();

    /** Address and port of the peer. */
    InetSocketAddress peer();

    /** What protects the connection. */
    Line line();

    /** Implementation class UID that the peer named (52H), or an empty string. */
    String peerImplementationClassUid();

    /** Implementation version name that the peer named (55H), or an empty string. */
    String peerImplementationVersionName();

    /** The user of this association; anonymous when nobody was named. */
    UserIdentity identity();

    /** When the A-ASSOCIATE-RQ had been read. */
    Instant since();
}
