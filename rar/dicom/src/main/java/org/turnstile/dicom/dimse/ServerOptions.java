/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.time.Duration;
import org.turnstile.api.Line;
import org.turnstile.dicom.pdu.codec.PduLimits;

/**
 * What a port is opened with.
 *
 * @param limits what the decoder takes at most; also the most that is ever offered (51H)
 * @param artim time for the A-ASSOCIATE-RQ to come, and for the peer to close at the end (PS3.8
 *     §9.1.5)
 * @param maxConnections most connections at once, associated or not; further ones are closed at
 *     once
 * @param backlog connections that the system keeps until they are accepted
 * @param line what protects the connections
 * @param lineHandlers puts that protection into each pipeline
 */
public record ServerOptions(
        PduLimits limits,
        Duration artim,
        int maxConnections,
        int backlog,
        Line line,
        LineHandlers lineHandlers) {

    /** ARTIM 30 s; 4,000 connections, so that 1,000 associations leave room for newcomers. */
    public static final ServerOptions DEFAULT =
            new ServerOptions(
                    PduLimits.DEFAULT,
                    Duration.ofSeconds(30),
                    4000,
                    1024,
                    Line.PLAIN,
                    LineHandlers.NONE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public ServerOptions {
        if (artim.isNegative() || artim.isZero()) {
            throw new IllegalArgumentException("artim: " + artim + " is not positive");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections: " + maxConnections + " < 1");
        }
        if (backlog < 1) {
            throw new IllegalArgumentException("backlog: " + backlog + " < 1");
        }
    }

    /** The same with another ARTIM time. */
    public ServerOptions withArtim(Duration time) {
        return new ServerOptions(limits, time, maxConnections, backlog, line, lineHandlers);
    }

    /** The same with another limit of connections. */
    public ServerOptions withMaxConnections(int most) {
        return new ServerOptions(limits, artim, most, backlog, line, lineHandlers);
    }

    /** The same with a protected line. */
    public ServerOptions withLine(Line protectedLine, LineHandlers handlers) {
        return new ServerOptions(limits, artim, maxConnections, backlog, protectedLine, handlers);
    }
}
