/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** Who may read a file that holds a secret. */
public final class Permissions {

    private Permissions() {}

    /**
     * Whether everybody on this host may; false where the file system does not tell.
     *
     * @throws IOException if that cannot be told
     */
    public static boolean isReadableByAll(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}
