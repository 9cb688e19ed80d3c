/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.channel.ChannelPipeline;

/** Puts what protects a line (TLS, ISCL) before everything else in a connection's pipeline. */
@FunctionalInterface
public interface LineHandlers {

    /** Nothing: plain TCP. */
    LineHandlers NONE = pipeline -> {};

    /** Adds the handlers; called for each connection, on its event loop. */
    void addTo(ChannelPipeline pipeline);
}
