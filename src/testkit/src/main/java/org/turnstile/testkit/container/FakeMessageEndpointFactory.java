/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;

/**
 * Endpoints of one message-driven bean, from a pool of bounded size. All of them call one target.
 *
 * @param <T> the listener interface
 */
public final class FakeMessageEndpointFactory<T> implements MessageEndpointFactory {

    /** Instances of a pool on servers as Turnstile sets them up. */
    public static final int DEFAULT_POOL_SIZE = 28;

    private final Class<T> listener;
    private final T target;
    private final Semaphore pool;
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private volatile boolean available = true;

    private FakeMessageEndpointFactory(Class<T> listener, T target, int poolSize) {
        this.listener = listener;
        this.target = target;
        pool = new Semaphore(poolSize);
    }

    /** A pool of 28. */
    public static <T> FakeMessageEndpointFactory<T> of(Class<T> listener, T target) {
        return of(listener, target, DEFAULT_POOL_SIZE);
    }

    /** A pool of this size. */
    public static <T> FakeMessageEndpointFactory<T> of(Class<T> listener, T target, int poolSize) {
        return new FakeMessageEndpointFactory<>(listener, target, poolSize);
    }

    /** Whether endpoints are to be had; while not, asking for one fails. */
    public void available(boolean now) {
        available = now;
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        return createEndpoint(resource, 0);
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout)
            throws UnavailableException {
        if (!available || !acquired(timeout)) {
            throw new UnavailableException("no endpoint of " + listener.getSimpleName());
        }
        created.incrementAndGet();
        Class<?>[] types = {listener, MessageEndpoint.class};
        return (MessageEndpoint)
                Proxy.newProxyInstance(
                        listener.getClassLoader(),
                        types,
                        new EndpointHandler(target, this::giveBack, violations::add));
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "fake-" + listener.getSimpleName();
    }

    @Override
    public Class<?> getEndpointClass() {
        return target.getClass();
    }

    /** Endpoints made so far. */
    public int created() {
        return created.get();
    }

    /** Endpoints given back so far. */
    public int released() {
        return released.get();
    }

    /** Fails if an endpoint was not given back, or was used against the rules. */
    public void assertUsedWell() {
        if (created() != released() || !violations.isEmpty()) {
            throw new AssertionError(
                    created() + " endpoints made, " + released() + " released; " + violations);
        }
    }

    private void giveBack() {
        released.incrementAndGet();
        pool.release();
    }

    private boolean acquired(long timeout) throws UnavailableException {
        try {
            return timeout > 0
                    ? pool.tryAcquire(timeout, TimeUnit.MILLISECONDS)
                    : pool.tryAcquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted", e);
        }
    }
}
