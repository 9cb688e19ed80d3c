/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.io.IOException;

/** The content of an object that is to be indexed. For one thread. */
public interface Placement {

    /** SHA-256 of the data set as received, 64 hexadecimal digits. */
    String digest();

    /**
     * Brings the file to the place that the row will name, and forces it to disk. Called before the
     * transaction, at most once with success, and not at all for an object that the index has.
     *
     * @throws IOException if that fails
     */
    Content place() throws IOException;
}
