/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes into turnstile.ear and the turnstile.rar in it, and what must not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveContentsTest {

    private final Map<String, byte[]> ear = new LinkedHashMap<>();
    private final Map<String, byte[]> rar = new LinkedHashMap<>();

    @BeforeAll
    void open() throws IOException {
        Path file = Path.of(System.getProperty("turnstile.ear"));
        try (InputStream in = Files.newInputStream(file)) {
            ear.putAll(entries(in));
        }
        rar.putAll(entries(new ByteArrayInputStream(ear.get("turnstile.rar"))));
    }

    @Test
    void theEarHoldsTheRarTheBeansFlywayAndNothingElse() {
        assertThat(ear.keySet())
                .filteredOn(name -> !name.startsWith("META-INF/"))
                .filteredOn(name -> !name.startsWith("lib/org.flywaydb-flyway-"))
                .containsExactlyInAnyOrder("turnstile.rar", "turnstile-ejb.jar");
        assertThat(ear.keySet()).anyMatch(name -> name.startsWith("lib/org.flywaydb-flyway-core-"));
    }

    @Test
    void theRarHoldsOurFourJarsAndWhatTheyNeed() {
        List<String> jars = rar.keySet().stream().filter(n -> n.endsWith(".jar")).toList();
        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("turnstile-api-"))
                .anyMatch(jar -> jar.startsWith("turnstile-dicom-"))
                .anyMatch(jar -> jar.startsWith("turnstile-connector-"))
                .anyMatch(jar -> jar.startsWith("turnstile-jaas-"))
                .allMatch(
                        jar ->
                                jar.startsWith("turnstile-")
                                        || jar.startsWith("netty-")
                                        || jar.startsWith("kerb-c")
                                        || jar.startsWith("kerby-")
                                        || jar.startsWith("slf4j-")
                                        || jar.startsWith("unboundid-ldapsdk-")
                                        || jar.startsWith("jboss-logging-"));
    }

    @Test
    void noClassIsThereTwice() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Map.Entry<String, byte[]> jar : jars().entrySet()) {
            for (String name : entries(new ByteArrayInputStream(jar.getValue())).keySet()) {
                if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
                    places.computeIfAbsent(name, n -> new ArrayList<>()).add(jar.getKey());
                }
            }
        }
        assertThat(places).hasSizeGreaterThan(500);
        assertThat(places).allSatisfy((name, jars) -> assertThat(jars).hasSize(1));
    }

    private Map<String, byte[]> jars() {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        jars.put("turnstile-ejb.jar", ear.get("turnstile-ejb.jar"));
        rar.forEach(
                (name, bytes) -> {
                    if (name.endsWith(".jar")) {
                        jars.put("turnstile.rar/" + name, bytes);
                    }
                });
        return jars;
    }

    @Test
    void theRarAsksForTheModulesOfTheJdkThatWildFlyHides() throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(rar.get("META-INF/MANIFEST.MF")));
        assertThat(manifest.getMainAttributes().getValue("Dependencies"))
                .isEqualTo("jdk.unsupported, jdk.security.auth, jdk.security.jgss");
    }

    @Test
    void theRarIsDescribedByAnnotationsOnly() {
        assertThat(rar).doesNotContainKeys("META-INF/ra.xml", "META-INF/ironjacamar.xml");
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (!e.isDirectory()) {
                    entries.put(e.getName(), zip.readAllBytes());
                }
            }
        }
        return entries;
    }
}
