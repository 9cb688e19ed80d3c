/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Copies of jars in a folder of their own, under a class loader. The JDK keeps an open jar by its
 * name and reads classes from it late, so a jar that an operator replaces or writes over would
 * otherwise spoil the logins that use it, and show its old resources to the new ones.
 */
final class JarCopies implements AutoCloseable {

    private final Path folder;
    private final URLClassLoader loader;

    private JarCopies(Path folder, URLClassLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    /**
     * Copies jars into the folder for temporary files and opens a class loader on them.
     *
     * @throws IOException if one cannot be copied; then none is left
     */
    static JarCopies of(Collection<Path> jars, ClassLoader parent) throws IOException {
        Path folder = Files.createTempDirectory("turnstile-lib");
        try {
            List<URL> urls = new ArrayList<>();
            for (Path jar : jars) {
                Path copy = folder.resolve(jar.getFileName());
                Files.copy(jar, copy);
                urls.add(copy.toUri().toURL());
            }
            URL[] all = urls.toArray(URL[]::new);
            return new JarCopies(folder, new URLClassLoader("turnstile-lib", all, parent));
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** Closes the class loader and deletes the copies. */
    @Override
    public void close() throws IOException {
        try {
            loader.close();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder)) {
            for (Path copy : copies) {
                Files.delete(copy);
            }
        }
        Files.delete(folder);
    }
}
