/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void aFilledCallbackGivesTheIdentityAsItCame() {
        LoginRequest request =
                new LoginRequest(
                        IdentityType.PASSCODE,
                        true,
                        "default",
                        "MODALITY",
                        "TURNSTILE",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711),
                        Line.PLAIN,
                        true,
                        Path.of("home"),
                        new NothingKept());
        UserIdentityCallback callback = new UserIdentityCallback();
        byte[] passcode = {1, 2, 3};
        callback.fill(request, new byte[] {'a'}, passcode);

        assertThat(callback.request()).isSameAs(request);
        assertThat(callback.primary()).containsExactly('a');
        assertThat(callback.secondary()).isSameAs(passcode);
        assertThat(callback.serverResponse()).isEmpty();
    }

    @Test
    void aLoginThatIsNotPossibleNamesWhatIsDownAndWhy() {
        IllegalStateException cause = new IllegalStateException("refused");
        assertThat(new LoginUnavailableException("directory ldap1", cause))
                .hasMessage("directory ldap1")
                .hasCause(cause);
        assertThat(new LoginUnavailableException("directory ldap1", null)).hasNoCause();
    }

    @Test
    void successIsTheOnlyStatusWithoutCode() {
        assertThat(Status.SUCCESS.isSuccess()).isTrue();
        assertThat(Status.CANNOT_UNDERSTAND.isSuccess()).isFalse();
        assertThatThrownBy(() -> new Status(-1, "")).hasMessageContaining("code: -1");
    }

    @Test
    void aLostAssociationSaysHowItEnded() {
        assertThat(new AssociationLostException("aborted by the peer"))
                .hasMessage("aborted by the peer");
    }

    @Test
    void aNamedUserTellsHowItWasNamed() {
        UserIdentity alice =
                UserIdentity.of(
                        "alice",
                        IdentityType.PASSCODE,
                        true,
                        java.util.Set.of(),
                        new javax.security.auth.Subject());
        assertThat(alice.type()).contains(IdentityType.PASSCODE);
        assertThat(alice.verified()).isTrue();
        assertThat(alice.name()).isEqualTo("alice");
        assertThat(alice).hasToString("alice");
        assertThat(UserIdentity.anonymous()).hasToString("anonymous");
    }

    /** Keeps nothing. */
    private static final class NothingKept implements LoginScope {
        @Override
        public <T> T keep(Class<T> type, String key, Supplier<T> make) {
            return make.get();
        }
    }
}
