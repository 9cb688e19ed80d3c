/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.ejb.access.Callers.unverified;
import static org.turnstile.ejb.access.Callers.user;

import org.junit.jupiter.api.Test;
import org.turnstile.api.UserIdentity;

class CallerTest {

    @Test
    void aUserHasTheRulesOfItsNameAndRoles() throws AccessUnavailableException {
        Caller caller = Caller.of(user("alice", "b", "a"), false);
        assertThat(caller.name()).isEqualTo("alice");
        assertThat(caller.subjects()).containsExactly("u:alice", "r:a", "r:b");
    }

    @Test
    void nobodyHasTheRulesOfNobody() throws AccessUnavailableException {
        Caller caller = Caller.of(UserIdentity.anonymous(), true);
        assertThat(caller.name()).isEmpty();
        assertThat(caller.subjects()).containsExactly("anonymous");
    }

    @Test
    void aBareNameCountsOnlyWhereItIsTrusted() throws AccessUnavailableException {
        assertThat(Caller.of(unverified("alice", "r"), false).subjects())
                .containsExactly("anonymous");
        assertThat(Caller.of(unverified("alice", "r"), true).subjects())
                .containsExactly("u:alice", "r:r");
    }

    @Test
    void aNameIsComparedInNfcButOwnsUnderItsOwnSpelling() throws AccessUnavailableException {
        Caller caller = Caller.of(user("Mu\u0308ller"), false);
        assertThat(caller.subjects()).containsExactly("u:M\u00FCller");
        assertThat(caller.name()).isEqualTo("Mu\u0308ller");
    }

    @Test
    void theContainerMustKnowTheCallerUnderTheSameName() throws AccessUnavailableException {
        Caller.check(user("alice"), "alice");
        Caller.check(UserIdentity.anonymous(), "anonymous");
        assertThatThrownBy(() -> Caller.check(user("alice"), "bob"))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessage("the container runs this as 'bob', not as 'alice'");
        assertThatThrownBy(() -> Caller.check(user("alice"), "anonymous"))
                .isInstanceOf(AccessUnavailableException.class);
    }
}
