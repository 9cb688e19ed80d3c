/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.connector.login.LoginOutcome.Granted;
import org.turnstile.connector.login.LoginOutcome.Unavailable;

class ModuleLibraryTest {

    private static final String MODULE = "foreign.ForeignModule";

    @TempDir private static Path classes;
    private static ModuleJar module;

    @TempDir private Path folder;
    private final List<ClassLoader> closed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final ClassLoader parent = ModuleLibraryTest.class.getClassLoader();
    private ModuleLibrary library;
    private Path jar;

    @BeforeAll
    static void compile() throws IOException {
        module = new ModuleJar(classes);
    }

    @BeforeEach
    void library() throws IOException {
        library = new ModuleLibrary(folder, parent, closed::add, problems::add);
        jar = Files.createDirectory(folder.resolve("lib")).resolve("foreign.jar");
    }

    @AfterEach
    void close() {
        library.close();
        assertThat(problems).isEmpty();
    }

    /** Gives the jar another content and a time of its own. */
    private void writeJar(String caller, int day) throws IOException {
        module.write(jar, caller);
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    @Test
    void withoutJarsModulesComeFromTheAdapter() throws IOException {
        assertThat(library.lease().loader()).isSameAs(parent);
        Files.delete(folder.resolve("lib"));
        assertThat(library.lease().loader()).isSameAs(parent);
    }

    @Test
    void filesThatAreNoJarsDoNotCount() throws IOException {
        Files.writeString(folder.resolve("lib/README"), "modules go here");
        assertThat(library.lease().loader()).isSameAs(parent);
    }

    @Test
    void aJarIsSeenThroughAChildOfTheAdaptersLoader() throws Exception {
        writeJar("carol", 1);
        ClassLoader child = library.lease().loader();
        assertThat(child.getParent()).isSameAs(parent);
        assertThat(child.loadClass(MODULE).getClassLoader()).isSameAs(child);
        assertThatThrownBy(() -> parent.loadClass(MODULE))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void theChildStaysAsLongAsTheJarsDo() throws IOException {
        writeJar("carol", 1);
        assertThat(library.lease().loader()).isSameAs(library.lease().loader());
    }

    @Test
    void aChangedJarMakesANewChildAndTheOldOneClosesWithItsLastLogin() throws Exception {
        writeJar("carol", 1);
        ModuleLibrary.Lease first = library.lease();
        ModuleLibrary.Lease second = library.lease();
        writeJar("dave", 2);
        ModuleLibrary.Lease third = library.lease();
        assertThat(third.loader()).isNotSameAs(first.loader());
        first.close();
        assertThat(closed).isEmpty();
        assertThat(second.loader().loadClass(MODULE)).isNotNull();
        second.close();
        assertThat(closed).containsExactly(first.loader());
        third.close();
        assertThat(closed).doesNotContain(third.loader());
    }

    @Test
    void anUnusedChildIsClosedWhenTheJarsChange() throws Exception {
        writeJar("carol", 1);
        ModuleLibrary.Lease first = library.lease();
        first.close();
        Files.delete(jar);
        assertThat(library.lease().loader()).isSameAs(parent);
        assertThat(closed).containsExactly(first.loader());
    }

    @Test
    void closingTheLibraryClosesEveryChildOnceAndNeverTheAdaptersLoader() throws Exception {
        library.lease();
        writeJar("carol", 1);
        ModuleLibrary.Lease first = library.lease();
        writeJar("dave", 2);
        ModuleLibrary.Lease second = library.lease();
        library.close();
        first.close();
        assertThat(closed).containsExactlyInAnyOrder(first.loader(), second.loader());
    }

    @Test
    void aLoginTakesItsModuleFromTheJarAndItsLogoutStillFindsItsClasses() throws Exception {
        try (LoginHome home = foreignHome()) {
            writeJar("carol", 1);
            Granted carol = (Granted) home.login(LoginHome.token(5, "a.b.c"));
            assertThat(carol.identity().name()).isEqualTo("carol");
            writeJar("dave", 2);
            Granted dave = (Granted) home.login(LoginHome.token(5, "a.b.c"));
            assertThat(dave.identity().name()).isEqualTo("dave");
            carol.session().close();
            dave.session().close();
            assertThat(home.problems()).isEmpty();
        }
    }

    @Test
    void aJarThatComesLaterIsFoundWithoutRestart() throws Exception {
        try (LoginHome home = foreignHome()) {
            assertThat(home.login(LoginHome.token(5, "a.b.c"))).isInstanceOf(Unavailable.class);
            writeJar("carol", 1);
            assertThat(home.login(LoginHome.token(5, "a.b.c"))).isInstanceOf(Granted.class);
        }
    }

    @Test
    void aJarWrittenOverInPlaceDoesNotSpoilTheLoginsThatUseIt() throws Exception {
        try (LoginHome home = foreignHome()) {
            writeJar("carol", 1);
            Granted carol = (Granted) home.login(LoginHome.token(5, "a.b.c"));
            Files.write(jar, new byte[10_000]);
            carol.session().close();
            assertThat(home.problems()).isEmpty();
        }
    }

    @Test
    void theCopiesAreDeletedWithTheirClassLoader() throws Exception {
        writeJar("carol", 1);
        ModuleLibrary.Lease lease = library.lease();
        Path copy = Path.of(((URLClassLoader) lease.loader()).getURLs()[0].toURI());
        assertThat(copy).exists().isNotEqualTo(jar);
        library.close();
        assertThat(copy).doesNotExist();
        assertThat(copy.getParent()).doesNotExist();
    }

    @Test
    void aJarThatIsOnlyHalfThereIsUnavailable() throws Exception {
        try (LoginHome home = foreignHome()) {
            Files.writeString(jar, "PK half");
            assertThat(home.login(LoginHome.token(5, "a.b.c"))).isInstanceOf(Unavailable.class);
        }
    }

    private LoginHome foreignHome() {
        LoginHome home = new LoginHome(folder);
        home.loginConf("turnstile-jwt { " + MODULE + " required; };");
        return home;
    }
}
