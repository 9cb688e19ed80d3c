/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM with a small heap on the class path of the tests. */
final class ChildJvm {

    private ChildJvm() {}

    /** Runs a main class, which must end with exit status 0 within 100 s. */
    static void run(Class<?> main, int heapMegabytes, Path log)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMegabytes + "m",
                                "-XX:MaxDirectMemorySize=" + heapMegabytes + "m",
                                "-cp",
                                classPath(),
                                main.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = child.waitFor(100, TimeUnit.SECONDS);
        child.destroyForcibly();

        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(child.waitFor()).as(said).isZero();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator;
    }
}
