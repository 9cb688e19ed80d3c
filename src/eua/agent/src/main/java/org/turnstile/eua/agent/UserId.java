/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.FileSystems;

/** The number of the user whom this process runs for. */
final class UserId {

    private UserId() {}

    /**
     * The number.
     *
     * @throws AgentException if users have no numbers here
     */
    static long ofProcess() throws AgentException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            throw new AgentException(
                    AgentException.Kind.FILE,
                    "no credential cache: set " + CredentialCache.VARIABLE + "=FILE:PATH");
        }
        return new UnixSystem().getUid();
    }
}
