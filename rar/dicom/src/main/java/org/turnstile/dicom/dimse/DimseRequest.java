/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.InputStream;
import org.turnstile.api.Association;
import org.turnstile.dicom.dimse.command.CommandSet;

/**
 * A DIMSE request (PS3.7 §6.3).
 *
 * @param association the association it came on
 * @param command the command set
 * @param sopClass abstract syntax of its presentation context
 * @param transferSyntax transfer syntax of its presentation context
 * @param relational whether relational queries or retrieval were agreed on for the SOP class
 * @param dataSet the data set in a bounded window, to be read by one thread that is not the event
 *     loop's; at its end at once where the command has none. Waits for the peer at most the read
 *     time, then the association is aborted; throws {@link
 *     org.turnstile.api.AssociationLostException} when the association has ended.
 */
public record DimseRequest(
        Association association,
        CommandSet command,
        String sopClass,
        String transferSyntax,
        boolean relational,
        InputStream dataSet) {}
