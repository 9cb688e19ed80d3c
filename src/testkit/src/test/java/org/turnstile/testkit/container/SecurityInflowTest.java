/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.TransactionContext;
import jakarta.resource.spi.work.WorkCompletedException;
import jakarta.resource.spi.work.WorkContextErrorCodes;
import jakarta.resource.spi.work.WorkContextLifecycleListener;
import jakarta.resource.spi.work.WorkException;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.callback.PasswordValidationCallback;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.testkit.container.TestWorks.CallbacksFor;

/** The table of what reaches a bean, as measured on WildFly. */
@Timeout(20)
class SecurityInflowTest {

    private final FakeContainer container = FakeContainer.start();

    @AfterEach
    void nothingIsLeft() {
        container.close();
    }

    @Test
    void callerAndGroupsInOneCallAreTheCallerWithRoles() throws Exception {
        AtomicReference<Caller> seen = new AtomicReference<>();
        container
                .workManager()
                .doWork(
                        TestWorks.of(
                                () -> {
                                    seen.set(container.currentCaller());
                                    assertThat(container.isCallerInRole("dicom-store")).isTrue();
                                    assertThat(container.isCallerInRole("dicom-find")).isFalse();
                                },
                                TestWorks.calling(List.of(both("alice", "dicom-store")))));
        assertThat(seen.get().name()).isEqualTo("alice");
        assertThat(container.workManager().inflows())
                .containsExactly(new SecurityInflow(1, seen.get()));
        assertThat(container.currentCaller()).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void groupsInASecondCallAreLost() throws Exception {
        assertThat(callerAfter(caller("alice"), groups("dicom-store")).roles()).isEmpty();
        assertThat(container.workManager().inflows().get(0).calls()).isEqualTo(2);
    }

    @Test
    void groupsBeforeTheCallerMakeAnonymous() throws Exception {
        assertThat(callerAfter(groups("dicom-store"), caller("alice"))).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void noPrincipalIsAnonymousAndItsGroupsAreDropped() throws Exception {
        CallbacksFor none =
                execution ->
                        new Callback[] {
                            new CallerPrincipalCallback(execution, (Principal) null),
                            new GroupPrincipalCallback(execution, new String[] {"dicom-store"})
                        };
        assertThat(callerAfter(none)).isEqualTo(Caller.ANONYMOUS);
        assertThat(callerAfter()).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void anEmptyNameIsACallerWithRoles() throws Exception {
        assertThat(callerAfter(both("", "dicom-store")))
                .isEqualTo(new Caller("", Set.of("dicom-store")));
    }

    @Test
    void workWithoutASecurityContextIsAnonymous() throws Exception {
        AtomicReference<Caller> seen = new AtomicReference<>();
        container.workManager().doWork(TestWorks.of(() -> seen.set(container.currentCaller())));
        assertThat(seen.get()).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void aPasswordValidationCallbackIsRefusedAndTheWorkNotRun() {
        CallbacksFor password =
                execution ->
                        new Callback[] {
                            new PasswordValidationCallback(execution, "alice", new char[0])
                        };
        assertThatThrownBy(() -> callerAfter(password))
                .isInstanceOf(WorkCompletedException.class)
                .extracting(e -> ((WorkException) e).getErrorCode())
                .isEqualTo(WorkContextErrorCodes.CONTEXT_SETUP_FAILED);
    }

    @Test
    void aContextThatThrowsIsToldAndItsWorkNotRun() {
        Refusing refusing = new Refusing();
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                container
                                        .workManager()
                                        .doWork(TestWorks.of(() -> ran.add("ran"), refusing)))
                .isInstanceOf(WorkCompletedException.class)
                .hasRootCauseMessage("no");
        assertThat(ran).isEmpty();
        assertThat(refusing.told)
                .containsExactly("failed " + WorkContextErrorCodes.CONTEXT_SETUP_FAILED);
    }

    @Test
    void aContextThatIsNotSupportedIsRefused() {
        assertThatThrownBy(
                        () ->
                                container
                                        .workManager()
                                        .doWork(TestWorks.of(() -> {}, new TransactionContext())))
                .isInstanceOf(WorkCompletedException.class)
                .extracting(e -> ((WorkException) e).getErrorCode())
                .isEqualTo(WorkContextErrorCodes.UNSUPPORTED_CONTEXT_TYPE);
    }

    private Caller callerAfter(CallbacksFor... calls) throws WorkException {
        AtomicReference<Caller> seen = new AtomicReference<>();
        SecurityContext context = TestWorks.calling(List.of(calls));
        container
                .workManager()
                .doWork(TestWorks.of(() -> seen.set(container.currentCaller()), context));
        return seen.get();
    }

    private static CallbacksFor both(String name, String... groups) {
        return execution ->
                new Callback[] {
                    new CallerPrincipalCallback(execution, name),
                    new GroupPrincipalCallback(execution, groups)
                };
    }

    private static CallbacksFor caller(String name) {
        return execution -> new Callback[] {new CallerPrincipalCallback(execution, name)};
    }

    private static CallbacksFor groups(String... groups) {
        return execution -> new Callback[] {new GroupPrincipalCallback(execution, groups)};
    }

    private static final class Refusing extends SecurityContext
            implements WorkContextLifecycleListener {
        private final transient List<String> told = new ArrayList<>();

        @Override
        public void setupSecurityContext(
                CallbackHandler handler, Subject execution, Subject service) {
            throw new IllegalStateException("no");
        }

        @Override
        public void contextSetupComplete() {
            told.add("complete");
        }

        @Override
        public void contextSetupFailed(String errorCode) {
            told.add("failed " + errorCode);
        }
    }
}
