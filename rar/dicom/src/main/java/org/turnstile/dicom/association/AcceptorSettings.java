/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.time.Duration;
import java.util.function.Supplier;
import org.turnstile.api.Line;

/**
 * What the acceptors of one port have in common.
 *
 * @param artim the ARTIM time (PS3.8 §9.1.5)
 * @param line what protects the connections
 * @param dataLength most bytes of a P-DATA-TF that the decoder takes; more is never offered
 * @param ids gives each connection its short name
 * @param gate decides
 * @param observer is told
 * @param users makes the user of each accepted association
 */
public record AcceptorSettings(
        Duration artim,
        Line line,
        int dataLength,
        Supplier<String> ids,
        AssociationGate gate,
        AssociationObserver observer,
        AcceptorUsers users) {}
