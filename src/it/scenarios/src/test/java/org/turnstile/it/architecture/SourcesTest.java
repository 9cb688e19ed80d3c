/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show. */
class SourcesTest {

    /** Tests of programs that poll by themselves; their classes may sleep. */
    private static final Set<String> POLLING = Set.of("testkit", "demo", "cli", "bench");

    private final Path root = Path.of(System.getProperty("turnstile.root")).normalize();

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<Path> packages =
                sources("main").map(Path::getParent).distinct().collect(Collectors.toList());
        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void everyPackageSaysWhatItMayImport() throws IOException {
        List<Path> infos = sources("main").filter(f -> f.endsWith("package-info.java")).toList();
        assertThat(infos)
                .allSatisfy(
                        info ->
                                assertThat(text(info).replaceAll("\\s*\\*?\\s+", " "))
                                        .containsPattern("(?i)import|stands? on|brings together"));
    }

    @Test
    void noTestSleeps() throws IOException {
        assertThat(sources("test").filter(f -> !POLLING.contains(module(f))))
                .isNotEmpty()
                // in two parts, lest this file finds itself
                .allSatisfy(f -> assertThat(text(f)).doesNotContain("Thread." + "sleep("));
    }

    /** The Java files of all modules below {@code src/main} or {@code src/test}. */
    private Stream<Path> sources(String kind) throws IOException {
        String folder = "/src/" + kind + "/java/";
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().contains(folder))
                    .filter(f -> !f.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    /** The folder of the module. */
    private String module(Path file) {
        String path = root.relativize(file).toString();
        Path module = Path.of(path.substring(0, path.lastIndexOf("/src/")));
        return module.getFileName().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
