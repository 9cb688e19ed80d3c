/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserIdTest {

    @TempDir private Path folder;

    @Test
    void givenThisProcess_thenItsUserOwnsTheFilesThatItMakes() throws Exception {
        Path file = Files.createFile(folder.resolve("mine"));
        assertThat(UserId.ofProcess())
                .isEqualTo(((Integer) Files.getAttribute(file, "unix:uid")).longValue());
    }
}
