/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindListener;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.FakeContainer;

/** An endpoint for C-FIND: keeps who called with what, and answers as it is told. */
final class FindEndpoint implements FindListener {

    /** How a query is answered. */
    @FunctionalInterface
    interface Handling {
        Status handle(FindRequest request, FindResponder responder) throws AssociationLostException;
    }

    /** A call, and who called as the container saw it. */
    record Call(Caller caller, FindRequest request) {}

    private final FakeContainer container;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Handling handling = (request, responder) -> Status.SUCCESS;

    FindEndpoint(FakeContainer container) {
        this.container = container;
    }

    void handling(Handling how) {
        handling = how;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public Status onFind(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        calls.add(new Call(container.currentCaller(), request));
        return handling.handle(request, responder);
    }
}
