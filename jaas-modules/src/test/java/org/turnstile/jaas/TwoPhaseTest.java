/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.passcode.PasscodeLoginModule;

/** Login, commit, abort and logout, called as a login context calls them. */
class TwoPhaseTest {

    @TempDir private Path folder;
    private final Subject subject = new Subject();
    private Home home;

    @BeforeEach
    void aHomeWithAlice() throws Exception {
        home = new Home(folder).user("alice", "secret");
    }

    private PasscodeLoginModule module(CallbackHandler handler) {
        PasscodeLoginModule module = new PasscodeLoginModule();
        module.initialize(subject, handler, new HashMap<>(), Map.of());
        return module;
    }

    @Test
    void nothingIsInTheSubjectBeforeTheCommit() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));

        assertThat(module.login()).isTrue();
        assertThat(subject.getPrincipals()).isEmpty();
        assertThat(module.commit()).isTrue();
        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("alice"));
    }

    @Test
    void aModuleThatFailedCommitsNothingAndIsIgnored() {
        PasscodeLoginModule module = module(home.passcode("alice", "wrong"));
        assertThatThrownBy(module::login).isInstanceOf(LoginException.class);

        assertThat(module)
                .satisfies(
                        failed -> {
                            assertThat(failed.commit()).isFalse();
                            assertThat(failed.abort()).isFalse();
                        });
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void anAbortAfterALoginLeavesNothing() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();

        assertThat(module.abort()).isTrue();

        assertThat(module.commit()).isFalse();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void anAbortAfterACommitTakesOutWhatWasAdded() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();
        module.commit();

        assertThat(module.abort()).isTrue();

        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void aLogoutTakesOutOnlyWhatTheModuleAdded() throws Exception {
        CallerPrincipal before = new CallerPrincipal("alice");
        SiteGroup group = new SiteGroup("staff");
        subject.getPrincipals().add(before);
        subject.getPrincipals().add(group);
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();
        module.commit();

        assertThat(module.logout()).isTrue();

        assertThat(subject.getPrincipals()).containsExactlyInAnyOrder(before, group);
    }

    @Test
    void aReadOnlySubjectCannotBeCommittedTo() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();
        subject.setReadOnly();

        assertThatThrownBy(module::commit)
                .isInstanceOf(LoginException.class)
                .hasMessage("the subject is read-only");
    }

    @Test
    void aLogoutFromASubjectMadeReadOnlyIsNoError() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();
        module.commit();
        subject.setReadOnly();

        assertThat(module.logout()).isTrue();

        assertThat(subject.getPrincipals()).hasSize(1);
    }

    @Test
    void aSecondLoginThatFailsLeavesNothingOfTheFirst() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"));
        module.login();
        module.commit();
        home.users().remove("alice");

        assertThatThrownBy(module::login).isInstanceOf(LoginException.class);
        module.abort();

        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void withoutAHandlerThatKnowsTheCallbackThereIsNoLogin() {
        CallbackHandler foreign =
                callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[0]);
                };
        CallbackHandler silent = callbacks -> {};
        CallbackHandler broken =
                callbacks -> {
                    throw new IOException("gone");
                };
        for (CallbackHandler handler : new CallbackHandler[] {null, foreign, silent, broken}) {
            assertThatThrownBy(module(handler)::login)
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessage("PasscodeLoginModule: UserIdentityCallback is not answered")
                    .hasCauseInstanceOf(Exception.class);
        }
    }

    /** A module that leaves credentials, as one of another vendor may. */
    private static final class WithCredentials extends AbstractTurnstileLoginModule {
        @Override
        protected Collection<? extends LoginOption> knownOptions() {
            return List.of();
        }

        @Override
        protected void authenticate(UserIdentityCallback identity) {}

        @Override
        protected Collection<? extends Principal> principals(Set<Principal> present) {
            return List.of(new CallerPrincipal("alice"));
        }

        @Override
        protected Collection<?> publicCredentials() {
            return List.of("a fact", "known before");
        }

        @Override
        protected Collection<?> privateCredentials() {
            return List.of("a ticket");
        }

        @Override
        protected void forget() {}
    }

    @Test
    void credentialsComeWithTheCommitAndGoWithTheLogout() throws Exception {
        subject.getPublicCredentials().add("known before");
        WithCredentials module = new WithCredentials();
        module.initialize(subject, home.bareName("alice"), new HashMap<>(), Map.of());

        module.login();
        assertThat(subject.getPrivateCredentials()).isEmpty();
        module.commit();
        assertThat(subject.getPublicCredentials())
                .containsExactlyInAnyOrder("known before", "a fact");
        assertThat(subject.getPrivateCredentials()).containsExactly("a ticket");

        module.logout();
        assertThat(subject.getPublicCredentials()).containsExactly("known before");
        assertThat(subject.getPrivateCredentials()).isEmpty();
    }
}
