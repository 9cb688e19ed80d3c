/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A login module that is on no class path, and jars with it. */
final class ModuleJar {

    private static final String SOURCE =
            """
            package foreign;
            import java.util.Map;
            import javax.security.auth.Subject;
            import javax.security.auth.callback.*;
            import javax.security.auth.login.*;
            public class ForeignModule implements javax.security.auth.spi.LoginModule {
                private Subject subject;
                public void initialize(Subject s, CallbackHandler h, Map<String, ?> m, Map<String, ?> o) {
                    subject = s;
                }
                public boolean login() throws LoginException {
                    ClassLoader context = Thread.currentThread().getContextClassLoader();
                    if (context != getClass().getClassLoader()) {
                        throw new FailedLoginException("context class loader: " + context);
                    }
                    return true;
                }
                public boolean commit() {
                    subject.getPrincipals().add(new org.turnstile.api.CallerPrincipal(caller()));
                    return true;
                }
                private String caller() {
                    try (java.io.InputStream in = getClass().getResourceAsStream("caller")) {
                        return new String(in.readAllBytes());
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
                public boolean abort() {
                    return true;
                }
                public boolean logout() {
                    return new Late().toString() != null;
                }
                static class Late {}
            }
            """;

    private final Path classes;

    /** Compiles the module into a folder. */
    ModuleJar(Path classes) throws IOException {
        this.classes = classes;
        Path source = Files.writeString(classes.resolve("ForeignModule.java"), SOURCE);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("java.class.path");
        String[] arguments = {
            "-proc:none", "-d", classes.toString(), "-cp", classPath, source.toString()
        };
        int result = compiler.run(null, null, null, arguments);
        if (result != 0) {
            throw new IOException("javac: " + result);
        }
    }

    /** Puts a jar into place whose {@code foreign.ForeignModule} leaves a caller of this name. */
    void write(Path jar, String caller) throws IOException {
        Path beside = classes.resolve("new.jar");
        try (OutputStream out = Files.newOutputStream(beside);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("foreign/caller"));
            entries.write(caller.getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("ForeignModule", "ForeignModule$Late")) {
                entries.putNextEntry(new JarEntry("foreign/" + name + ".class"));
                entries.write(Files.readAllBytes(classes.resolve("foreign/" + name + ".class")));
            }
        }
        Files.move(beside, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
