/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.api.Association;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Line;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.connector.work.Dispatcher;
import org.turnstile.connector.work.Lane;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.testkit.container.FakeContainer;
import org.turnstile.testkit.container.FakeMessageEndpointFactory;

/** Requests that never reach an endpoint, and what is measured of those that do. */
class RequestServiceTest {

    private static final int C_MOVE_RQ = 0x0021;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Status> answers = new CopyOnWriteArrayList<>();
    private final List<String> measured = new CopyOnWriteArrayList<>();
    private final Activations activations = new Activations();
    private final CountDownLatch gate = new CountDownLatch(1);
    private FakeContainer container;
    private Dispatcher dispatcher;
    private RequestService service;

    /** Serves once the gate is open. */
    private final class Gated implements EchoListener {
        @Override
        public Status onEcho(EchoRequest request) {
            await().atMost(SOON).until(() -> gate.getCount() == 0);
            return Status.SUCCESS;
        }
    }

    /** Keeps final answers. */
    private final class Answers implements DimseResponder {
        @Override
        public void pending(Status status, Dataset dataset) {
            throw new AssertionError("pending: " + status);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void complete(Status status) {
            answers.add(status);
        }
    }

    /** An association of nobody. */
    private record Live(String listener) implements Association {
        @Override
        public String id() {
            return "a-1";
        }

        @Override
        public String calledAeTitle() {
            return "CALLED";
        }

        @Override
        public String callingAeTitle() {
            return "CALLING";
        }

        @Override
        public InetSocketAddress peer() {
            return InetSocketAddress.createUnresolved("peer", 104);
        }

        @Override
        public Line line() {
            return Line.PLAIN;
        }

        @Override
        public String peerImplementationClassUid() {
            return "1.2.3";
        }

        @Override
        public String peerImplementationVersionName() {
            return "";
        }

        @Override
        public UserIdentity identity() {
            return UserIdentity.anonymous();
        }

        @Override
        public Instant since() {
            return Instant.EPOCH;
        }
    }

    @BeforeEach
    void start() throws Exception {
        container = FakeContainer.start();
        dispatcher = new Dispatcher(container.workManager());
        dispatcher.start();
        service =
                new RequestService(
                        activations,
                        new Lane("requests", 1, 0, dispatcher),
                        (listener, title, status, nanos) ->
                                measured.add(listener + " " + title + " " + status),
                        association -> false);
        activations.add(
                new Activation(
                        "default",
                        "",
                        FakeMessageEndpointFactory.of(EchoListener.class, new Gated())));
    }

    @AfterEach
    void stop() throws InterruptedException {
        gate.countDown();
        dispatcher.stop();
        assertThat(dispatcher.ended().await(10, TimeUnit.SECONDS)).isTrue();
        container.close();
    }

    private static DimseRequest request(int commandField, String listener) {
        CommandSet command =
                new CommandSet(
                        commandField,
                        1,
                        Optional.of(UID.VERIFICATION),
                        Optional.empty(),
                        false,
                        OptionalInt.empty(),
                        Optional.empty());
        return new DimseRequest(
                new Live(listener),
                command,
                UID.VERIFICATION,
                UID.IMPLICIT_VR_LITTLE_ENDIAN,
                false,
                InputStream.nullInputStream());
    }

    private void ask(int commandField, String listener) {
        service.onRequest(request(commandField, listener), new Answers());
    }

    @Test
    void commandOfNoService_unrecognizedOperation() {
        ask(C_MOVE_RQ, "default");

        assertThat(answers).containsExactly(Status.UNRECOGNIZED_OPERATION);
        assertThat(measured).isEmpty();
    }

    @Test
    void serviceThatIsNotActivated_sopClassNotSupported() {
        ask(CommandSet.C_STORE_RQ, "default");
        ask(CommandSet.C_ECHO_RQ, "other");

        assertThat(answers)
                .containsExactly(Status.SOP_CLASS_NOT_SUPPORTED, Status.SOP_CLASS_NOT_SUPPORTED);
    }

    @Test
    void tooManyThatWait_outOfResourcesAtOnceAndTheFirstIsServed() {
        ask(CommandSet.C_ECHO_RQ, "default");
        ask(CommandSet.C_ECHO_RQ, "default");
        assertThat(answers).containsExactly(Status.OUT_OF_RESOURCES);

        gate.countDown();

        await().atMost(SOON).until(() -> answers.size() == 2);
        assertThat(answers).containsExactly(Status.OUT_OF_RESOURCES, Status.SUCCESS);
        assertThat(measured).containsExactly("default C-ECHO A700H", "default C-ECHO 0000H");
    }

    @Test
    void activationThatIsRemoved_servesNoMore() {
        Activation other =
                new Activation(
                        "other",
                        UID.VERIFICATION,
                        FakeMessageEndpointFactory.of(EchoListener.class, new Gated()));
        activations.add(other);
        assertThat(activations.serve("other", UID.VERIFICATION)).isTrue();

        activations.remove(other);

        assertThat(activations.serve("other", UID.VERIFICATION)).isFalse();
        assertThat(activations.serve("other")).isFalse();
        assertThat(activations.isEmpty()).isFalse();
    }
}
