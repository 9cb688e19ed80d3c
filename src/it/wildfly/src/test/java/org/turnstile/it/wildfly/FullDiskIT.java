/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.turnstile.it.scenarios.Home.ALICE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/**
 * A disk that is full, or takes nothing: what does not fit is refused and leaves nothing, what fits
 * is stored. The disk is a tmpfs of 8 MB, which only root can mount: elsewhere this is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskIT {

    private static final int SUCCESS = 0x0000;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int TOO_MUCH = 10_000_000;

    private final CtObject small = CtObject.create().with(new byte[1000]);
    private ArchiveServer server;
    private Path objects;
    private Workstation alice;

    @BeforeAll
    void startOnASmallDisk() throws Exception {
        server = ArchiveServer.create("full-disk", Optional.empty(), "");
        server.home().write("access", Home.ACCESS + "user alice own\n");
        Path folder = Files.createDirectories(server.home().folder().resolve("objects"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString()),
                "no disk can be mounted: a full one is not tested");
        objects = folder;
        server.start();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        if (objects != null) {
            assertThat(run("umount", objects.toString())).isTrue();
        }
    }

    @BeforeEach
    void associate() throws IOException {
        alice = Workstation.of(server.home().port(), ALICE);
    }

    @AfterEach
    void leave() throws IOException {
        alice.release();
        alice.close();
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothing() throws IOException {
        CtObject large = CtObject.create().with(new byte[TOO_MUCH]);
        assertThat(alice.store(large)).isEqualTo(OUT_OF_RESOURCES);
        assertThat(alice.store(large)).isEqualTo(OUT_OF_RESOURCES);
        assertThat(server.home().spool()).isEmpty();
        assertThat(server.home().objects())
                .noneMatch(file -> file.toString().contains(large.series()));
        assertThat(alice.store(small)).isEqualTo(SUCCESS);
        assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                .contains(small.study())
                .doesNotContain(large.study());
        assertThat(server.logged("TURN3002")).isTrue();
    }

    @Test
    void aDiskThatMayOnlyBeReadRefusesUntilItMayBeWritten() throws Exception {
        CtObject object = CtObject.create();
        assertThat(run("mount", "-o", "remount,ro", objects.toString())).isTrue();
        try {
            assertThat(alice.store(object)).isEqualTo(OUT_OF_RESOURCES);
            assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                    .doesNotContain(object.study());
        } finally {
            assertThat(run("mount", "-o", "remount,rw", objects.toString())).isTrue();
        }
        assertThat(alice.store(object)).isEqualTo(SUCCESS);
        assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID)).contains(object.study());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return Commands.run(Path.of("."), command).status() == 0;
    }
}
