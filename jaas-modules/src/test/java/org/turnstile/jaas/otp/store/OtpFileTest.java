/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;

/** The file of one-time passcodes, as people and logins edit it. */
class OtpFileTest {

    /** The profile {@code fuzz} asks for more. */
    private static final int RUNS = Integer.getInteger("turnstile.fuzz.otpfiles", 1_000);

    private static final ChainState STATE = ChainState.begin(OtpAlgorithm.MD5, 99, "test", 1);

    @TempDir private Path folder;
    private Path path;
    private OtpFile file;

    @BeforeEach
    void aFileThatIsNotThere() {
        path = folder.resolve("otp");
        file = new OtpFile(path);
    }

    @Test
    void aMissingFileIsNobodysFaultAtALoginAndEmptyForAList() throws Exception {
        assertThatThrownBy(() -> file.find("alice"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining(path + " does not exist");
        assertThat(file.list()).isEmpty();
        assertThat(file.replace("alice", STATE, STATE)).isFalse();
        assertThat(path).doesNotExist();
    }

    @Test
    void aNewFileIsForItsOwnerOnly() throws Exception {
        file.add(new OtpAccount("alice", STATE));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void commentsOrderAndOtherUsersStay() throws Exception {
        Files.writeString(
                path,
                """
                # people
                bob:otp-md5:99:test:0000000000000001:-

                # machines
                %61lice: otp-md5:99:test:0000000000000001:-
                """);

        file.replace("alice", STATE, ChainState.begin(OtpAlgorithm.SHA1, 50, "other", 2));

        assertThat(Files.readString(path))
                .isEqualTo(
                        """
                        # people
                        bob:otp-md5:99:test:0000000000000001:-

                        # machines
                        alice:otp-sha1:50:other:0000000000000002:-
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "alice, 'line 2, column 1: expects NAME:STATE'",
        ":hotp, 'line 2, column 1: the name is empty'",
        "a%zz:hotp, 'line 2, column 1'",
        "alice:hunter2, 'line 2, column 7: expects otp-'",
        "bob:otp-md5:99:test:0000000000000001:-, 'line 2, column 1: there is a line of that user'"
    })
    void anErrorIsNamedByLineAndColumnAndStopsReadingAndWriting(String line, String problem)
            throws Exception {
        String text = "bob:otp-md5:99:test:0000000000000001:-\n" + line + "\n";
        Files.writeString(path, text);

        assertThatThrownBy(() -> file.find("bob"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> file.add(new OtpAccount("eve", STATE)))
                .isInstanceOf(OtpStoreException.class);
        assertThat(Files.readString(path)).isEqualTo(text);
    }

    @Test
    void moreUsersThanALoginCanWriteAnewAreRefused() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < OtpFile.MAX_USERS; i++) {
            text.append("u").append(i).append(":otp-md5:99:test:0000000000000001:-\n");
        }
        Files.writeString(path, text);

        assertThat(file.list()).hasSize(OtpFile.MAX_USERS);
        assertThatThrownBy(() -> file.add(new OtpAccount("one-more", STATE)))
                .hasMessageContaining("has 10000 users");
        Files.writeString(path, text + "one-more:otp-md5:99:test:0000000000000001:-\n");
        assertThatThrownBy(() -> file.list()).hasMessageContaining("more than 10000");
    }

    /** Seeded, so that a failure comes again: no damage is read as a runtime error. */
    @Test
    void aDamagedFileIsAnErrorOrUsers() throws Exception {
        byte[] good =
                """
                # one-time passcodes
                alice:otp-md5:99:test:50FE1962C4965880:1763784000123,192.0.2.1 CT1
                bob:hotp:6:0:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-
                carol:totp-sha256:8:30:59:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-
                """
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(6238);
        int errors = 0;
        for (int i = 0; i < RUNS; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(path, bytes);
            try {
                assertThat(file.list()).hasSizeLessThanOrEqualTo(4);
            } catch (OtpStoreException e) {
                errors++;
                assertThat(e).hasMessageContaining(path.toString());
            }
        }
        assertThat(errors).isBetween(RUNS / 10, RUNS - RUNS / 20);
    }
}
