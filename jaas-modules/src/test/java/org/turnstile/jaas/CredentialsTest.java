/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.UserIdentityCallback;

class CredentialsTest {

    private static UserIdentityCallback sent(byte[] name, byte[] passcode) throws Exception {
        UserIdentityCallback callback = new UserIdentityCallback();
        new Home(Path.of("."))
                .raw(IdentityType.PASSCODE, name, passcode)
                .handle(new UserIdentityCallback[] {callback});
        return callback;
    }

    @Test
    void thePasscodeIsACopyAndIsWiped() throws Exception {
        byte[] passcode = Home.bytes("secret");
        byte[] copy;
        try (Credentials credentials = Credentials.ofPeer(sent(Home.bytes("山田"), passcode))) {
            copy = credentials.passcode();
            assertThat(credentials.name()).isEqualTo("山田");
            assertThat(copy).isEqualTo(passcode).isNotSameAs(passcode);
            assertThat(credentials).hasToString("credentials of 山田");
        }
        assertThat(copy).containsOnly(0);
        assertThat(passcode).isEqualTo(Home.bytes("secret"));
    }

    @Test
    void bytesThatAreNotUtf8AreNoName() {
        byte[][] bad = {
            {(byte) 0xC3, 0x28}, // a lead byte without its continuation
            {(byte) 0xC0, (byte) 0x80}, // NUL in an overlong form
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80} // a surrogate
        };
        for (byte[] name : bad) {
            assertThatThrownBy(() -> Credentials.ofPeer(sent(name, new byte[0])))
                    .isInstanceOf(FailedLoginException.class)
                    .hasMessage("the name is not UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "a\r\nb", "\u0085", "\u007f"})
    void anEmptyNameAndControlCharactersAreRefused(String name) {
        assertThatThrownBy(() -> Credentials.ofPeer(sent(Home.bytes(name), new byte[0])))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageStartingWith("the name ");
    }
}
