/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreListener;
import org.turnstile.api.StoreRequest;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.FakeContainer;

/** An endpoint for C-STORE: keeps who called with what, and handles it as it is told. */
final class StoreEndpoint implements StoreListener {

    /** How an object is handled. */
    @FunctionalInterface
    interface Handling {
        Status handle(StoreRequest request) throws AssociationLostException;
    }

    /** A call, and who called as the container saw it. */
    record Call(Caller caller, StoreRequest request) {}

    private final FakeContainer container;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<byte[]> stored = new CopyOnWriteArrayList<>();
    private volatile Handling handling = this::keep;

    StoreEndpoint(FakeContainer container) {
        this.container = container;
    }

    void handling(Handling how) {
        handling = how;
    }

    /** Reads and keeps the data set. */
    Status keep(StoreRequest request) throws AssociationLostException {
        try {
            stored.add(request.dataSet().readAllBytes());
            return Status.SUCCESS;
        } catch (AssociationLostException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The data sets kept so far. */
    List<byte[]> stored() {
        return List.copyOf(stored);
    }

    @Override
    public Status onStore(StoreRequest request) throws AssociationLostException {
        calls.add(new Call(container.currentCaller(), request));
        return handling.handle(request);
    }
}
