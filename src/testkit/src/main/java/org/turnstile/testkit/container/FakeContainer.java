/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * An application server as far as one resource adapter can tell. Closing it stops the adapter and
 * fails if the adapter leaves Work or threads behind.
 */
public final class FakeContainer implements AutoCloseable {

    private final FakeWorkManager workManager;
    private final FakeBootstrapContext bootstrapContext;
    private ResourceAdapter adapter;

    private FakeContainer(Builder settings) {
        workManager = new FakeWorkManager(settings);
        bootstrapContext = new FakeBootstrapContext(workManager);
    }

    /** A container with 50 short and 16 long-running threads. */
    public static FakeContainer start() {
        return builder().start();
    }

    /** A container to be set up otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** What an adapter gets at its start. */
    public BootstrapContext bootstrapContext() {
        return bootstrapContext;
    }

    /** Where an adapter's Work runs. */
    public FakeWorkManager workManager() {
        return workManager;
    }

    /** Who calls on this thread; asked by fake endpoints. */
    public Caller currentCaller() {
        return workManager.callers().current();
    }

    /** Whether who calls on this thread has a role. */
    public boolean isCallerInRole(String role) {
        return currentCaller().roles().contains(role);
    }

    /**
     * Validates the adapter and starts it.
     *
     * @throws jakarta.validation.ConstraintViolationException if a constraint of the bean is broken
     */
    public void startAdapter(ResourceAdapter bean) throws ResourceAdapterInternalException {
        BeanValidation.validate(bean);
        bean.start(bootstrapContext);
        adapter = bean;
    }

    /**
     * Activates an endpoint: binds the specification to the adapter, validates it and tells the
     * adapter. Where that fails, the adapter is told to deactivate what was never active.
     *
     * @throws jakarta.validation.ConstraintViolationException if a constraint of the bean is broken
     */
    public void activate(ActivationSpec specification, MessageEndpointFactory endpoints)
            throws ResourceException {
        specification.setResourceAdapter(adapter);
        boolean active = false;
        try {
            BeanValidation.validate(specification);
            adapter.endpointActivation(endpoints, specification);
            active = true;
        } finally {
            if (!active) {
                deactivate(specification, endpoints);
            }
        }
    }

    /** Deactivates an endpoint. */
    public void deactivate(ActivationSpec specification, MessageEndpointFactory endpoints) {
        adapter.endpointDeactivation(endpoints, specification);
    }

    @Override
    public void close() {
        try {
            if (adapter != null) {
                adapter.stop();
            }
            bootstrapContext.cancelTimers();
            workManager.shutDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** How a container is set up. */
    public static final class Builder {

        private final Set<Class<? extends WorkContext>> unsupported = new HashSet<>();
        private int shortThreads = 50;
        private int longThreads = 16;
        private int queue;
        private Duration patience = Duration.ofSeconds(5);

        private Builder() {}

        /** Threads for short Work, at least 1; default 50. */
        public Builder shortThreads(int threads) {
            shortThreads = threads;
            return this;
        }

        /** Threads for long-running Work, at least 1; default 16. */
        public Builder longThreads(int threads) {
            longThreads = threads;
            return this;
        }

        /** How many Works may wait for a thread, in each pool; default 0. */
        public Builder queue(int length) {
            queue = length;
            return this;
        }

        /** How long Work may take to end at shut-down; default 5 s. */
        public Builder patience(Duration time) {
            patience = time;
            return this;
        }

        /** A kind of work context that the container does not support. */
        public Builder without(Class<? extends WorkContext> context) {
            unsupported.add(context);
            return this;
        }

        /** The container. */
        public FakeContainer start() {
            return new FakeContainer(this);
        }

        int shortThreads() {
            return shortThreads;
        }

        int longThreads() {
            return longThreads;
        }

        int queue() {
            return queue;
        }

        Duration patience() {
            return patience;
        }

        boolean supports(Class<? extends WorkContext> context) {
            return FakeBootstrapContext.knows(context)
                    && unsupported.stream().noneMatch(not -> not.isAssignableFrom(context));
        }
    }
}
