/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;

/** What every store keeps to. */
class OtpStoreTest {

    private static final ChainState FIRST =
            ChainState.begin(OtpAlgorithm.MD5, 99, "test", 0x50FE1962C4965880L);
    private static final ChainState SECOND =
            FIRST.accepted(1, 0x44B0BAFF93E25404L, new LastUse(Instant.EPOCH, "192.0.2.1 CT1"));

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Stores.class)
    void usersAreAddedFoundListedAndRemoved(Stores kind) throws Exception {
        OtpStore store = kind.empty(folder);

        assertThat(store.list()).isEmpty();
        assertThat(store.add(new OtpAccount("bob", FIRST))).isTrue();
        assertThat(store.add(new OtpAccount("a:b ü%", SECOND))).isTrue();
        assertThat(store.find("a:b ü%")).contains(SECOND);
        assertThat(store.find("A:B Ü%")).isEmpty();
        assertThat(store.list())
                .containsExactlyInAnyOrder(
                        new OtpAccount("bob", FIRST), new OtpAccount("a:b ü%", SECOND));
        assertThat(store.remove("bob")).isTrue();
        assertThat(store.remove("bob")).isFalse();
        assertThat(store.find("bob")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void aUserWhoIsThereStaysAsHeIs(Stores kind) throws Exception {
        OtpStore store = kind.empty(folder);
        store.add(new OtpAccount("bob", FIRST));

        assertThat(store.add(new OtpAccount("bob", SECOND))).isFalse();
        assertThat(store.find("bob")).contains(FIRST);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void aStateIsReplacedOnlyIfItIsTheExpectedOne(Stores kind) throws Exception {
        OtpStore store = kind.empty(folder);
        store.add(new OtpAccount("bob", FIRST));

        assertThat(store.replace("bob", FIRST, SECOND)).isTrue();
        assertThat(store.replace("bob", FIRST, SECOND)).isFalse();
        assertThat(store.replace("eve", FIRST, SECOND)).isFalse();
        assertThat(store.find("bob")).contains(SECOND);
        assertThat(store.list()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void ofManyThatReplaceOneStateOneSucceeds(Stores kind) throws Exception {
        OtpStore store = kind.empty(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String name = "user" + round;
                store.add(new OtpAccount(name, FIRST));
                List<Callable<Boolean>> racers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    racers.add(() -> store.replace(name, FIRST, SECOND));
                }
                int winners = 0;
                for (Future<Boolean> racer : threads.invokeAll(racers)) {
                    winners += racer.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void namesThatNoStoreKeepsAreRefused() {
        for (String name : new String[] {"", "a\nb", "x".repeat(257), "ü".repeat(129)}) {
            assertThatThrownBy(() -> new OtpAccount(name, FIRST))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new OtpAccount("u\u0308", FIRST).name()).isEqualTo("\u00fc");
    }
}
