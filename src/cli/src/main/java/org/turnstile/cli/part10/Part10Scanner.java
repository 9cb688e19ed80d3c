/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the DICOM files among what a command line names. */
public final class Part10Scanner {

    private final ScanNotes notes;
    private final List<Part10File> files = new ArrayList<>();

    /** Tells {@code notes} of each file that is not taken. */
    public Part10Scanner(ScanNotes notes) {
        this.notes = notes;
    }

    /**
     * Takes a file, or all files in a folder and in those below it, in the order of names. Links to
     * folders are followed only where they are named: below a folder they could lead in a circle.
     */
    public void scan(Path path) {
        if (Files.isDirectory(path)) {
            folder(path);
        } else {
            take(path, true);
        }
    }

    /** What has been found. */
    public List<Part10File> files() {
        return List.copyOf(files);
    }

    private void folder(Path folder) {
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                folder(entry);
            } else if (Files.isRegularFile(entry)) {
                take(entry, false);
            }
        }
    }

    private List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            notes.failed(folder, "cannot be read: " + e.getMessage());
        } catch (DirectoryIteratorException e) {
            notes.failed(folder, "cannot be read: " + e.getCause().getMessage());
        }
        entries.sort(null);
        return entries;
    }

    private void take(Path path, boolean named) {
        try {
            Part10File file = Part10File.of(path);
            if (!file.isDirectory()) {
                files.add(file);
            } else if (named) {
                notes.failed(path, "a DICOMDIR is not sent");
            }
        } catch (Part10Exception e) {
            if (e.isOtherFormat() && !named) {
                notes.skipped(path, e.getMessage());
            } else {
                notes.failed(path, e.getMessage());
            }
        } catch (NoSuchFileException e) {
            notes.failed(path, "no such file");
        } catch (IOException e) {
            notes.failed(path, "cannot be read: " + e.getMessage());
        }
    }
}
