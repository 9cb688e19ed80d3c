/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.turnstile.connector.config.FileStamp;

/**
 * The class loader that login modules come from: that of the resource adapter, or a child of it
 * that also sees copies of the jars in {@code home/lib}. When the jars change there is a new child;
 * the old one is closed when the last login made with it has ended.
 */
final class ModuleLibrary implements AutoCloseable {

    static final String FOLDER = "lib";

    private final Path folder;
    private final ClassLoader parent;
    private final Consumer<ClassLoader> closing;
    private final Consumer<String> problems;
    private final Set<Generation> open = new HashSet<>();
    private Generation current;

    /**
     * A library that has not looked into its folder yet.
     *
     * @param closing is told of a class loader before it is closed
     * @param problems is told what could not be closed
     */
    ModuleLibrary(
            Path home,
            ClassLoader parent,
            Consumer<ClassLoader> closing,
            Consumer<String> problems) {
        this.folder = home.resolve(FOLDER);
        this.parent = parent;
        this.closing = closing;
        this.problems = problems;
    }

    /**
     * The class loader for one login, to be closed when the login has ended.
     *
     * @throws IOException if the folder cannot be read
     */
    synchronized Lease lease() throws IOException {
        Map<Path, FileStamp> jars = jars();
        if (current == null || changed(jars)) {
            Generation old = current;
            current = new Generation(jars, copies(jars));
            open.add(current);
            if (old != null) {
                closeIfUnused(old);
            }
        }
        current.leases++;
        return new Lease(this, current);
    }

    private boolean changed(Map<Path, FileStamp> jars) {
        return !current.jars.keySet().equals(jars.keySet())
                || jars.entrySet().stream()
                        .anyMatch(e -> !current.jars.get(e.getKey()).sameAs(e.getValue()));
    }

    private Map<Path, FileStamp> jars() throws IOException {
        Map<Path, FileStamp> jars = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path file : files) {
                    FileStamp.of(file).ifPresent(stamp -> jars.put(file, stamp));
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return jars;
    }

    private Optional<JarCopies> copies(Map<Path, FileStamp> jars) throws IOException {
        return jars.isEmpty() ? Optional.empty() : Optional.of(JarCopies.of(jars.keySet(), parent));
    }

    private synchronized void release(Generation generation) {
        generation.leases--;
        if (generation != current) {
            closeIfUnused(generation);
        }
    }

    private void closeIfUnused(Generation generation) {
        if (generation.leases == 0 && open.remove(generation)) {
            generation.copies.ifPresent(this::close);
        }
    }

    private void close(JarCopies copies) {
        closing.accept(copies.loader());
        try {
            copies.close();
        } catch (IOException e) {
            problems.accept(folder + ": class loader not closed: " + e);
        }
    }

    /** Closes every class loader, also those of logins that have not ended. */
    @Override
    public synchronized void close() {
        open.forEach(generation -> generation.copies.ifPresent(this::close));
        open.clear();
        current = null;
    }

    /** The jars at one time, and who uses them. */
    private static final class Generation {
        private final Map<Path, FileStamp> jars;
        private final Optional<JarCopies> copies;
        private int leases;

        Generation(Map<Path, FileStamp> jars, Optional<JarCopies> copies) {
            this.jars = jars;
            this.copies = copies;
        }
    }

    /** One login's hold on its class loader. */
    static final class Lease implements AutoCloseable {
        private final ModuleLibrary library;
        private final Generation generation;

        private Lease(ModuleLibrary library, Generation generation) {
            this.library = library;
            this.generation = generation;
        }

        ClassLoader loader() {
            return generation.copies.map(JarCopies::loader).orElse(library.parent);
        }

        @Override
        public void close() {
            library.release(generation);
        }
    }
}
