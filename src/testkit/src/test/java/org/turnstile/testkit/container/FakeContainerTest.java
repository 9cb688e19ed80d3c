/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.TransactionContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FakeContainerTest {

    private final Adapter adapter = new Adapter();
    private final MessageEndpointFactory endpoints =
            FakeMessageEndpointFactory.of(Runnable.class, () -> {});

    @Test
    void anAdapterIsStartedActivatedAndStopped() throws Exception {
        Specification specification = new Specification(1);
        try (FakeContainer container = FakeContainer.start()) {
            container.startAdapter(adapter);
            container.activate(specification, endpoints);
            container.deactivate(specification, endpoints);
        }
        assertThat(specification.getResourceAdapter()).isSameAs(adapter);
        assertThat(adapter.told).containsExactly("start", "activate", "deactivate", "stop");
    }

    @Test
    void aSpecificationThatBreaksAConstraintIsDeactivatedThoughNeverActive() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            container.startAdapter(adapter);
            assertThatThrownBy(() -> container.activate(new Specification(0), endpoints))
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageContaining("value");
            assertThat(adapter.told).containsExactly("start", "deactivate");
        }
    }

    @Test
    void anActivationThatFailsIsDeactivated() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            container.startAdapter(adapter);
            assertThatThrownBy(() -> container.activate(new Specification(13), endpoints))
                    .isInstanceOf(NotSupportedException.class);
            assertThat(adapter.told).containsExactly("start", "activate", "deactivate");
        }
    }

    @Test
    void securityAndHintsAreSupportedAndTransactionsAreNot() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            BootstrapContext context = container.bootstrapContext();
            assertThat(context.isContextSupported(SecurityContext.class)).isTrue();
            assertThat(context.isContextSupported(HintsContext.class)).isTrue();
            assertThat(context.isContextSupported(TransactionContext.class)).isFalse();
            assertThat(context.getXATerminator()).isNull();
            assertThat(context.getTransactionSynchronizationRegistry()).isNull();
            assertThat(context.getWorkManager()).isSameAs(container.workManager());
        }
    }

    @Test
    void aContainerCanBeWithoutSecurityInflow() {
        try (FakeContainer container =
                FakeContainer.builder().without(SecurityContext.class).longThreads(2).start()) {
            assertThat(container.bootstrapContext().isContextSupported(SecurityContext.class))
                    .isFalse();
        }
    }

    @Test
    void timersEndWithTheContainer() throws Exception {
        Timer timer;
        try (FakeContainer container = FakeContainer.start()) {
            timer = container.bootstrapContext().createTimer();
        }
        TimerTask task =
                new TimerTask() {
                    @Override
                    public void run() {}
                };
        assertThatThrownBy(() -> timer.schedule(task, 1)).isInstanceOf(IllegalStateException.class);
    }

    private static final class Adapter implements ResourceAdapter {
        private final List<String> told = new ArrayList<>();

        @Override
        public void start(BootstrapContext context) {
            told.add("start");
        }

        @Override
        public void stop() {
            told.add("stop");
        }

        @Override
        public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
                throws ResourceException {
            told.add("activate");
            if (((Specification) spec).value == 13) {
                throw new NotSupportedException("value: 13");
            }
        }

        @Override
        public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
            told.add("deactivate");
        }

        @Override
        public XAResource[] getXAResources(ActivationSpec[] specs) {
            return new XAResource[0];
        }
    }

    private static final class Specification implements ActivationSpec {
        @Min(1)
        private final int value;

        private ResourceAdapter bound;

        private Specification(int value) {
            this.value = value;
        }

        @Override
        public void validate() {}

        @Override
        public ResourceAdapter getResourceAdapter() {
            return bound;
        }

        @Override
        public void setResourceAdapter(ResourceAdapter adapter) {
            bound = adapter;
        }
    }
}
