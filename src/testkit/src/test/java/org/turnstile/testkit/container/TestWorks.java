/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/** Works and contexts that the tests of the container submit. */
final class TestWorks {

    private TestWorks() {}

    static Work of(Runnable body, WorkContext... contexts) {
        return new WithContexts(body, List.of(contexts));
    }

    static Blocking blocking(WorkContext... contexts) {
        return new Blocking(List.of(contexts));
    }

    static HintsContext longRunning() {
        HintsContext hints = new HintsContext();
        hints.setHint(HintsContext.LONGRUNNING_HINT, true);
        return hints;
    }

    /** Hands out callbacks in as many calls as there are lists. */
    static SecurityContext calling(List<CallbacksFor> calls) {
        return new SecurityContext() {
            @Override
            public void setupSecurityContext(
                    CallbackHandler handler, Subject execution, Subject service) {
                try {
                    for (CallbacksFor call : calls) {
                        handler.handle(call.of(execution));
                    }
                } catch (UnsupportedCallbackException e) {
                    throw new IllegalStateException(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Makes the callbacks of one call. */
    interface CallbacksFor {
        Callback[] of(Subject execution);
    }

    private record WithContexts(Runnable body, List<WorkContext> getWorkContexts)
            implements Work, WorkContextProvider {
        @Override
        public void run() {
            body.run();
        }

        @Override
        public void release() {}
    }

    /** Runs until it is released. */
    static final class Blocking implements Work, WorkContextProvider {
        private final List<WorkContext> contexts;
        private final CountDownLatch end = new CountDownLatch(1);

        private Blocking(List<WorkContext> contexts) {
            this.contexts = contexts;
        }

        @Override
        public void run() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void release() {
            end.countDown();
        }

        @Override
        public List<WorkContext> getWorkContexts() {
            return contexts;
        }
    }
}
