/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where and how a login takes place. Holds nothing secret.
 *
 * @param type how the user is named
 * @param positiveResponseRequested whether the peer asks for a Server-response
 * @param listener name of the listener
 * @param callingAeTitle calling AE title
 * @param calledAeTitle called AE title
 * @param peer address of the peer
 * @param line what protects the connection
 * @param verify false where the listener takes a passcode without checking it (profile B.4)
 * @param home folder of the configuration; files named in options are resolved against it
 * @param scope what login modules keep between logins
 */
public record LoginRequest(
        IdentityType type,
        boolean positiveResponseRequested,
        String listener,
        String callingAeTitle,
        String calledAeTitle,
        InetSocketAddress peer,
        Line line,
        boolean verify,
        Path home,
        LoginScope scope) {}
