/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.junit.jupiter.api.Test;

class ReplaysTest {
    private final SetClock clock = new SetClock();
    private final Replays replays = new Replays(clock, Duration.ofMinutes(5), 2);

    private KrbErrorCode refusal(String proof) {
        return catchThrowableOfType(Refusal.class, () -> replays.use(proof)).getKrbErrorCode();
    }

    @Test
    void aProofIsUsedOnce() throws Exception {
        replays.use("a");

        assertThat(refusal("a")).isEqualTo(KrbErrorCode.KRB_AP_ERR_REPEAT);
        assertThatCode(() -> replays.use("b")).doesNotThrowAnyException();
    }

    @Test
    void itIsRememberedForAsLongAsItsTimeWouldBeTaken() throws Exception {
        replays.use("a");
        clock.forward(Duration.ofMinutes(10));
        assertThat(refusal("a")).isEqualTo(KrbErrorCode.KRB_AP_ERR_REPEAT);

        clock.forward(Duration.ofSeconds(2));
        assertThatCode(() -> replays.use("a")).doesNotThrowAnyException();
    }

    @Test
    void withoutRoomAFurtherOneIsRefusedAndNoneIsForgotten() throws Exception {
        replays.use("a");
        replays.use("b");

        assertThat(refusal("c")).isEqualTo(KrbErrorCode.KDC_ERR_SVC_UNAVAILABLE);
        assertThat(refusal("a")).isEqualTo(KrbErrorCode.KRB_AP_ERR_REPEAT);
    }
}
