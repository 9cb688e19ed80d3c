/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FakeMessageEndpointFactoryTest {

    /** What a bean of these tests implements. */
    interface Listener {
        String on(String message) throws Exception;
    }

    @Test
    void anEndpointIsListenerAndMessageEndpointAndCallsTheTarget() throws Exception {
        var factory = FakeMessageEndpointFactory.of(Listener.class, message -> "got " + message);
        MessageEndpoint endpoint = factory.createEndpoint(null);
        MessageEndpoint other = factory.createEndpoint(null);
        other.release();
        assertThat(((Listener) endpoint).on("it")).isEqualTo("got it");
        assertThat(Set.of(endpoint)).contains(endpoint).doesNotContain(other);
        assertThat(endpoint.toString()).startsWith("endpoint of");
        assertThatThrownBy(factory::assertUsedWell).hasMessageContaining("2 endpoints made, 1");
        endpoint.release();
        factory.assertUsedWell();
        assertThat(factory.isDeliveryTransacted(null)).isFalse();
        assertThat(factory.getActivationName()).isEqualTo("fake-Listener");
        assertThat(Listener.class).isAssignableFrom(factory.getEndpointClass());
    }

    @Test
    void anEmptyPoolHasNoEndpoint() throws Exception {
        var factory = FakeMessageEndpointFactory.of(Listener.class, message -> message, 1);
        MessageEndpoint only = factory.createEndpoint(null);
        assertThatThrownBy(() -> factory.createEndpoint(null))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> factory.createEndpoint(null, 20))
                .isInstanceOf(UnavailableException.class);
        only.release();
        factory.createEndpoint(null, 20).release();
        factory.assertUsedWell();
    }

    @Test
    void anUnavailableBeanHasNoEndpoint() {
        var factory = FakeMessageEndpointFactory.of(Listener.class, message -> message);
        factory.available(false);
        assertThatThrownBy(() -> factory.createEndpoint(null))
                .isInstanceOf(UnavailableException.class);
        assertThat(factory.created()).isZero();
    }

    @Test
    void exceptionsReachTheAdapterAsOnServers() throws Exception {
        assertThat(thrownBy(new IllegalStateException("x")))
                .isInstanceOf(EJBException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        Exception denied = new EJBAccessException("denied");
        assertThat(thrownBy(denied)).isSameAs(denied);
        Exception checked = new IOException("checked");
        assertThat(thrownBy(checked)).isSameAs(checked);
    }

    @Test
    void useAfterReleaseIsAViolation() throws Exception {
        var factory = FakeMessageEndpointFactory.of(Listener.class, message -> message);
        MessageEndpoint endpoint = factory.createEndpoint(null);
        endpoint.release();
        assertThatThrownBy(() -> ((Listener) endpoint).on("late"))
                .hasMessage("endpoint called after its release");
        assertThatThrownBy(endpoint::release).hasMessage("endpoint released twice");
        assertThatThrownBy(factory::assertUsedWell).hasMessageContaining("released twice");
    }

    @Test
    void deliveryIsBegunAndEndedInPairs() throws Exception {
        var factory = FakeMessageEndpointFactory.of(Listener.class, message -> message);
        MessageEndpoint endpoint = factory.createEndpoint(null);
        endpoint.beforeDelivery(null);
        assertThatThrownBy(() -> endpoint.beforeDelivery(null)).hasMessageContaining("twice");
        endpoint.afterDelivery();
        assertThatThrownBy(endpoint::afterDelivery).hasMessageContaining("without");
        endpoint.beforeDelivery(null);
        endpoint.release();
        assertThatThrownBy(factory::assertUsedWell)
                .hasMessageContaining("released without afterDelivery");
    }

    @Test
    void twoThreadsAtOnceAreAViolation() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        var factory =
                FakeMessageEndpointFactory.of(
                        Listener.class,
                        message -> {
                            inside.countDown();
                            leave.await();
                            return message;
                        });
        Listener endpoint = (Listener) factory.createEndpoint(null);
        FutureTask<String> first = new FutureTask<>(() -> endpoint.on("first"));
        new Thread(first).start();
        inside.await();
        assertThatThrownBy(() -> endpoint.on("second"))
                .hasMessage("endpoint called by two threads at once");
        leave.countDown();
        assertThat(first.get()).isEqualTo("first");
        ((MessageEndpoint) endpoint).release();
        assertThatThrownBy(factory::assertUsedWell).hasMessageContaining("two threads");
    }

    private static Throwable thrownBy(Exception inBean) throws Exception {
        var factory =
                FakeMessageEndpointFactory.of(
                        Listener.class,
                        message -> {
                            throw inBean;
                        });
        MessageEndpoint endpoint = factory.createEndpoint(null);
        try {
            return catchThrowable(() -> ((Listener) endpoint).on("it"));
        } finally {
            endpoint.release();
        }
    }
}
