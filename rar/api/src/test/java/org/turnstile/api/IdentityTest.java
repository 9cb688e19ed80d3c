/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void anonymousHasNoNameNoRoleAndASubjectThatNobodyCanFill() {
        UserIdentity nobody = UserIdentity.anonymous();
        assertThat(nobody.isAnonymous()).isTrue();
        assertThat(nobody.roles()).isEmpty();
        assertThat(nobody.type()).isEmpty();
        assertThatThrownBy(() -> nobody.subject().getPrincipals().add(new RolePrincipal("any")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyNameIsRefusedSinceContainersTakeItForAUser() {
        assertThatThrownBy(() -> new CallerPrincipal("")).hasMessageContaining("name: ''");
        assertThatThrownBy(() -> new RolePrincipal("")).hasMessageContaining("name: ''");
        assertThatThrownBy(
                        () ->
                                UserIdentity.of(
                                        "", IdentityType.PASSCODE, true, Set.of(), new Subject()))
                .hasMessageContaining("name: ''");
    }

    @Test
    void theSubjectOfANamedUserIsReadOnlyAndTheNameIsShown() {
        UserIdentity alice =
                UserIdentity.of(
                        "alice", IdentityType.USERNAME, false, Set.of("dicom-find"), new Subject());
        assertThat(alice.subject().isReadOnly()).isTrue();
        assertThat(alice).hasToString("alice (unverified)");
        assertThat(alice.roles()).containsExactly("dicom-find");
    }

    @Test
    void typesAreThoseOfTheWire() {
        assertThat(IdentityType.of(0)).isEmpty();
        assertThat(IdentityType.of(3)).contains(IdentityType.KERBEROS);
        assertThat(IdentityType.of(5)).contains(IdentityType.JWT);
        assertThat(IdentityType.of(6)).isEmpty();
        assertThat(IdentityType.JWT.code()).isEqualTo(5);
    }

    @Test
    void theCallbackKeepsAServerResponseOfItsOwnAndWantsToBeFilled() {
        UserIdentityCallback callback = new UserIdentityCallback();
        assertThatThrownBy(callback::request).hasMessageContaining("request");
        byte[] response = {1, 2};
        callback.serverResponse(response);
        response[0] = 9;
        assertThat(callback.serverResponse()).containsExactly(1, 2);
    }

    @Test
    void aStatusChecksItsRangesAndShowsItselfInHex() {
        assertThat(Status.NOT_AUTHORIZED).hasToString("0124H");
        assertThat(Status.OUT_OF_RESOURCES.withComment("full")).hasToString("A700H full");
        assertThatThrownBy(() -> new Status(0x10000, "")).hasMessageContaining("code: 65536");
        assertThatThrownBy(() -> new Status(0, "x".repeat(65))).hasMessageContaining("comment");
        assertThat(Line.TLS.secure()).isTrue();
        assertThat(Line.PLAIN.secure()).isFalse();
    }
}
