/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnstile.api.UID;

/**
 * Walks through the folder of objects: {@code xx/yy/SERIES/INSTANCE-random.dcm}. Holds no more than
 * one path at a time, and follows no link. What has another name, or is not where it should be, is
 * quarantined.
 */
final class StoredFiles {

    private static final Set<String> OTHERS = Set.of(ObjectFiles.SPOOL, ObjectFiles.QUARANTINE);
    private static final Pattern BYTE = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern FILE =
            Pattern.compile("([0-9.]+)-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\\.dcm");

    private final Path folder;
    private final Quarantine quarantine;

    StoredFiles(Path folder, Quarantine quarantine) {
        this.folder = folder;
        this.quarantine = quarantine;
    }

    /** Takes a file: its name relative to the folder, and the instance that it is called after. */
    interface Visitor {
        void visit(String name, String instance) throws IOException;
    }

    /** Visits each file whose name may be one of ours. */
    void forEach(Visitor visitor) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path first : all) {
                if (OTHERS.contains(name(first))) {
                    continue;
                }
                if (isFolder(first, BYTE.matcher(name(first)).matches())) {
                    second(first, visitor);
                }
            }
        }
    }

    private void second(Path first, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(first)) {
            for (Path second : all) {
                if (isFolder(second, BYTE.matcher(name(second)).matches())) {
                    series(second, visitor);
                }
            }
        }
    }

    private void series(Path second, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(second)) {
            for (Path series : all) {
                if (isFolder(series, UID.isValid(name(series)))) {
                    files(series, visitor);
                }
            }
        }
    }

    private void files(Path series, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(series)) {
            for (Path file : all) {
                Matcher parts = FILE.matcher(name(file));
                if (!parts.matches() || !UID.isValid(parts.group(1))) {
                    quarantine.take(file, "has a name that is none of ours");
                } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    quarantine.take(file, "is no file");
                } else {
                    visitor.visit(folder.relativize(file).toString(), parts.group(1));
                }
            }
        }
    }

    private boolean isFolder(Path path, boolean named) throws IOException {
        if (!named) {
            quarantine.take(path, "has a name that is none of ours");
            return false;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            quarantine.take(path, "is no folder");
            return false;
        }
        return true;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
