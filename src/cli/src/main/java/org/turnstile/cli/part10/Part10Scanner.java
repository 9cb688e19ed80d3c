/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Finds the DICOM files among what a command line names. */
public final class Part10Scanner {

    private final BiConsumer<Path, String> failed;
    private final List<Part10File> files = new ArrayList<>();

    /** Reports each file that cannot be used, with the reason, to {@code failed}. */
    public Part10Scanner(BiConsumer<Path, String> failed) {
        this.failed = failed;
    }

    /** Takes a file, or all files in a folder and in those below it, in the order of names. */
    public void scan(Path path) {
        if (!Files.isDirectory(path)) {
            take(path, true);
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> take(file, false));
        } catch (IOException | UncheckedIOException e) {
            failed.accept(path, "cannot be read: " + e.getMessage());
        }
    }

    /** What has been found. */
    public List<Part10File> files() {
        return List.copyOf(files);
    }

    private void take(Path path, boolean named) {
        try {
            Part10File file = Part10File.of(path);
            if (!file.isDirectory()) {
                files.add(file);
            } else if (named) {
                failed.accept(path, "a DICOMDIR is not sent");
            }
        } catch (Part10Exception e) {
            failed.accept(path, e.getMessage());
        } catch (NoSuchFileException e) {
            failed.accept(path, "no such file");
        } catch (IOException e) {
            failed.accept(path, "cannot be read: " + e.getMessage());
        }
    }
}
