/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkCompletedException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.EchoListener;
import org.turnstile.testkit.container.FakeContainer;
import org.turnstile.testkit.container.FakeMessageEndpointFactory;

/**
 * Containers that cannot give what the adapter needs: it says what is missing and leaves nothing.
 */
class ContainerSupportTest {

    @TempDir private Path folder;

    private TurnstileResourceAdapter bean() {
        new Home(folder).save();
        TurnstileResourceAdapter bean = new TurnstileResourceAdapter();
        bean.setHome(folder.toString());
        return bean;
    }

    private static FakeMessageEndpointFactory<EchoListener> echo(FakeContainer container) {
        return FakeMessageEndpointFactory.of(EchoListener.class, new EchoEndpoint(container));
    }

    @Test
    void noSecurityContext_theAdapterDoesNotStart() {
        try (FakeContainer container =
                FakeContainer.builder().without(SecurityContext.class).start()) {
            TurnstileResourceAdapter bean = bean();

            assertThatThrownBy(() -> bean.start(container.bootstrapContext()))
                    .isInstanceOf(ResourceAdapterInternalException.class)
                    .hasMessageContaining("TURN1004");
            assertThatThrownBy(
                            () ->
                                    bean.endpointActivation(
                                            echo(container), new TurnstileActivationSpec()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not started");
            bean.stop();
        }
    }

    @Test
    void workSecurityNotSetUp_activationFailsWithTheLinesToPaste() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            TurnstileResourceAdapter bean = bean();
            bean.start(withoutWorkSecurity(container));

            assertThatThrownBy(
                            () ->
                                    bean.endpointActivation(
                                            echo(container), new TurnstileActivationSpec()))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("TURN1003")
                    .hasMessageContaining("no security domain")
                    .hasMessageContaining(
                            "/subsystem=resource-adapters/resource-adapter=turnstile"
                                    + ":write-attribute(name=wm-security,value=true)")
                    .hasMessageContaining(
                            ":write-attribute(name=wm-elytron-security-domain,"
                                    + "value=TurnstileDomain)");
            assertThat(container.workManager().active()).isEmpty();
            bean.stop();
        }
    }

    /** As WildFly without work security: knows the context, and fails when it is to set it up. */
    private static BootstrapContext withoutWorkSecurity(FakeContainer container) {
        WorkManager real = container.workManager();
        Object manager =
                Proxy.newProxyInstance(
                        WorkManager.class.getClassLoader(),
                        new Class<?>[] {WorkManager.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("doWork") && arguments[0] instanceof Work) {
                                throw new WorkCompletedException("no security domain");
                            }
                            return pass(() -> method.invoke(real, arguments));
                        });
        BootstrapContext context = container.bootstrapContext();
        return (BootstrapContext)
                Proxy.newProxyInstance(
                        BootstrapContext.class.getClassLoader(),
                        new Class<?>[] {BootstrapContext.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getWorkManager")
                                        ? manager
                                        : pass(() -> method.invoke(context, arguments)));
    }

    /** A reflective call. */
    @FunctionalInterface
    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object pass(Call call) throws Exception {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Test
    void tooFewLongRunningThreads_activationFailsAndThreadsEnd() throws Exception {
        for (int threads = 1; threads <= 2; threads++) {
            // two event loops and the dispatcher need three
            try (FakeContainer container = FakeContainer.builder().longThreads(threads).start()) {
                TurnstileResourceAdapter bean = bean();
                container.startAdapter(bean);

                assertThatThrownBy(
                                () ->
                                        container.activate(
                                                new TurnstileActivationSpec(), echo(container)))
                        .isInstanceOf(ResourceException.class)
                        .hasMessageContaining("event loop");
                await().until(() -> container.workManager().active().isEmpty());
            }
        }
    }

    @Test
    void longRunningWorkThatIsOnlyQueued_activationFails() throws Exception {
        try (FakeContainer container = FakeContainer.builder().longThreads(2).queue(10).start()) {
            TurnstileResourceAdapter bean = bean();
            container.startAdapter(bean);

            assertThatThrownBy(
                            () ->
                                    container.activate(
                                            new TurnstileActivationSpec(), echo(container)))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("1 of 2 event loops did not start within 5000 ms");
            await().until(() -> container.workManager().active().isEmpty());
        }
    }
}
