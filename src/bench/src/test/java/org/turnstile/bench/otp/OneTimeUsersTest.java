/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.RawLoad;
import org.turnstile.bench.load.Schedule;
import org.turnstile.bench.load.Scp;
import org.turnstile.bench.load.Tally;
import org.turnstile.bench.load.User;
import org.turnstile.bench.load.Workload;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpFile;

class OneTimeUsersTest {

    @TempDir private Path folder;

    /** The last value of each user, as a server has it. */
    private final Map<String, Long> values = new ConcurrentHashMap<>();

    private OtpFile states() {
        return new OtpFile(folder.resolve("otp"));
    }

    private CompletionStage<Decision> decide(AssociationRequest request) {
        UserIdentityRq rq = request.rq().userInformation().userIdentityRq().orElseThrow();
        return takes(rq)
                ? Scp.ACCEPTING.decide(request)
                : CompletableFuture.completedFuture(
                        new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED));
    }

    /** Whether the passcode is the one below the last. */
    private boolean takes(UserIdentityRq rq) {
        String user = new String(rq.primary(), StandardCharsets.UTF_8);
        String digits = new String(rq.secondary(), StandardCharsets.US_ASCII);
        long passcode = HexFormat.fromHexDigitsToLong(digits);
        return values.replace(user, OtpAlgorithm.SHA1.next(passcode), passcode);
    }

    private void know(OtpAccount account) {
        values.put(account.name(), ((ChainState) account.state()).value());
    }

    @Test
    void eachUserAnswersWithTheNextValueUntilTheChainIsUsedUp() throws Exception {
        OneTimeUsers users = new OneTimeUsers(2, 3);
        users.enrol(states());
        states().list().forEach(this::know);
        User second = users.alone(1).orElseThrow();

        assertThat(second.ahead()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            UserIdentityRq rq = second.identity();
            assertThat(rq.type()).isEqualTo(2);
            assertThat(rq.positiveResponseRequested()).isTrue();
            assertThat(rq.primary()).asString().isEqualTo("bench1");
            assertThat(takes(rq)).isTrue();
        }
        assertThatThrownBy(second::identity)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("bench1 are used up");
        assertThat(users.alone(0).orElseThrow().identity().primary())
                .asString()
                .isEqualTo("bench0");
    }

    @Test
    void underLoadThePasscodesOfAUserStayInTheirOrder() throws Exception {
        OneTimeUsers users = new OneTimeUsers(8, OneTimeUsers.MOST_PASSCODES);
        users.enrol(states());
        states().list().forEach(this::know);
        Schedule schedule =
                new Schedule(8, Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(20));

        try (Scp scp = new Scp(this::decide, 0)) {
            Tally tally = new RawLoad().run(scp.target().as(users), Workload.ASSOCIATE, schedule);

            assertThat(tally.count()).isPositive();
        }
    }

    @Test
    void enrollingOnceMoreBeginsAnewAndLeavesOthersAlone() throws Exception {
        Files.writeString(folder.resolve("otp"), "alice:otp-sha1:9:a:0000000000000001:-\n");
        new OneTimeUsers(1, 3).enrol(states());
        new OneTimeUsers(1, 5).enrol(states());

        assertThat(states().list()).extracting(OtpAccount::name).containsExactly("alice", "bench0");
        ChainState state = (ChainState) states().find("bench0").orElseThrow();
        assertThat(state.left()).isEqualTo(5);
    }

    @Test
    void statesThatCannotBeWrittenAreSaid() {
        OtpFile nowhere = new OtpFile(folder.resolve("absent/otp"));

        assertThatThrownBy(() -> new OneTimeUsers(1, 1).enrol(nowhere))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void asOneUserTheyAreNobodyAndThereIsAtLeastOne() {
        assertThatThrownBy(new OneTimeUsers(1, 1)::identity).isInstanceOf(LoadException.class);
        for (int[] wrong : new int[][] {{0, 1}, {1, 0}, {1, OneTimeUsers.MOST_PASSCODES + 1}}) {
            assertThatThrownBy(() -> new OneTimeUsers(wrong[0], wrong[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
