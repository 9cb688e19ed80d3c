/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.EchoListener;
import org.turnstile.api.FindListener;
import org.turnstile.api.StoreListener;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.FakeContainer;
import org.turnstile.testkit.container.FakeMessageEndpointFactory;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.ResponseBytes;
import org.turnstile.testkit.dicom.ScriptedPeer;

/**
 * The adapter in a container, on a configuration folder of its own, for one test. Unless
 * {@linkplain #bare told otherwise} one endpoint of each kind is activated for every listener. At
 * the end nothing may be left: no port, no thread, no Work, no endpoint.
 */
final class RunningAdapter implements BeforeEachCallback, AfterEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Consumer<Home> setUp;
    private final boolean activates;
    private final UnaryOperator<FakeContainer.Builder> containerSetUp;
    private final List<ScriptedPeer> peers = new CopyOnWriteArrayList<>();
    private final List<FakeMessageEndpointFactory<?>> factories = new ArrayList<>();
    private CapturedLog log;
    private Home home;
    private FakeContainer container;
    private TurnstileResourceAdapter bean;
    private EchoEndpoint echo;
    private StoreEndpoint store;
    private FindEndpoint find;
    private AssociationEndpoint associations;

    private RunningAdapter(
            Consumer<Home> setUp,
            boolean activates,
            UnaryOperator<FakeContainer.Builder> containerSetUp) {
        this.setUp = setUp;
        this.activates = activates;
        this.containerSetUp = containerSetUp;
    }

    /** With endpoints. */
    static RunningAdapter with(Consumer<Home> setUp) {
        return new RunningAdapter(setUp, true, builder -> builder);
    }

    /** Started, and nothing is activated. */
    static RunningAdapter bare(Consumer<Home> setUp) {
        return new RunningAdapter(setUp, false, builder -> builder);
    }

    /** In a container that is set up like this. */
    RunningAdapter in(UnaryOperator<FakeContainer.Builder> container) {
        return new RunningAdapter(setUp, activates, container);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        log = CapturedLog.of("org.turnstile");
        home = new Home(Files.createTempDirectory("turnstile-home"));
        setUp.accept(home);
        home.save();
        container = containerSetUp.apply(FakeContainer.builder()).start();
        echo = new EchoEndpoint(container);
        store = new StoreEndpoint(container);
        find = new FindEndpoint(container);
        associations = new AssociationEndpoint();
        bean = new TurnstileResourceAdapter();
        bean.setHome(home.folder().toString());
        container.startAdapter(bean);
        if (activates) {
            for (String listener : home.listeners()) {
                activate(AssociationListener.class, associations, listener);
                activate(StoreListener.class, store, listener);
                activate(EchoListener.class, echo, listener);
                activate(FindListener.class, find, listener);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            openGate();
            peers.forEach(ScriptedPeer::close);
            container.close();
            factories.forEach(FakeMessageEndpointFactory::assertUsedWell);
        } finally {
            log.close();
            delete(home.folder());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Lets the logins go on that wait. */
    void openGate() {
        home.set(GatedLoginModule.GATE).save(GatedLoginModule.GATE);
    }

    // ---- the container's side

    /** Activates an endpoint; answers the factory, by which it is deactivated. */
    <T> FakeMessageEndpointFactory<T> activate(Class<T> type, T target, String listener)
            throws ResourceException {
        return activate(type, target, spec(listener, ""));
    }

    /** Activates an endpoint. */
    <T> FakeMessageEndpointFactory<T> activate(
            Class<T> type, T target, TurnstileActivationSpec spec) throws ResourceException {
        FakeMessageEndpointFactory<T> factory = FakeMessageEndpointFactory.of(type, target);
        factories.add(factory);
        container.activate(spec, factory);
        return factory;
    }

    static TurnstileActivationSpec spec(String listener, String sopClasses) {
        TurnstileActivationSpec spec = new TurnstileActivationSpec();
        spec.setListener(listener);
        spec.setSopClasses(sopClasses);
        return spec;
    }

    void deactivate(MessageEndpointFactory factory) {
        container.deactivate(new TurnstileActivationSpec(), factory);
    }

    /** The endpoints of C-STORE of the default listener. */
    FakeMessageEndpointFactory<?> storeFactory() {
        return factories.get(1);
    }

    FakeContainer container() {
        return container;
    }

    TurnstileResourceAdapter bean() {
        return bean;
    }

    Home home() {
        return home;
    }

    CapturedLog log() {
        return log;
    }

    Management management() {
        return new Management(home.folder());
    }

    EchoEndpoint echo() {
        return echo;
    }

    StoreEndpoint store() {
        return store;
    }

    FindEndpoint find() {
        return find;
    }

    AssociationEndpoint associations() {
        return associations;
    }

    // ---- the peer's side

    /** Port of the default listener. */
    int port() {
        return management().port(Home.DEFAULT);
    }

    /** A connection, on which nothing has been sent. */
    ScriptedPeer connect() {
        ScriptedPeer peer = ScriptedPeer.connect(port(), PATIENCE);
        peers.add(peer);
        return peer;
    }

    /** A connection on which this request was sent. */
    ScriptedPeer associate(AssociateRqBytes rq) {
        return connect().sendAssociateRq(rq);
    }

    /** A connection on which a request with these sub-items was sent to the default listener. */
    ScriptedPeer associate(String... subItems) {
        return associate(AssociateRqBytes.with(subItems));
    }

    /** Echoes on an association of context 1, and answers who called as the container saw it. */
    Caller caller(ScriptedPeer peer) {
        int before = echo.calls().size();
        ResponseBytes response = echo(peer, 1);
        assertThat(response.status()).isZero();
        assertThat(echo.calls()).hasSize(before + 1);
        return echo.last().caller();
    }

    /** Echoes on an association of context 1. */
    static ResponseBytes echo(ScriptedPeer peer, int messageId) {
        return peer.send(DimseBytes.command(1, DimseBytes.echoRq(messageId))).expectResponse();
    }
}
