/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Status;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.FakeContainer;

/** An endpoint for C-ECHO: keeps who called with what, and answers as it is told. */
final class EchoEndpoint implements EchoListener {

    /** A call, and who called as the container saw it. */
    record Call(Caller caller, EchoRequest request) {}

    private final FakeContainer container;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<EchoRequest, Status> answer = request -> Status.SUCCESS;

    EchoEndpoint(FakeContainer container) {
        this.container = container;
    }

    void answer(Function<EchoRequest, Status> how) {
        answer = how;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public Status onEcho(EchoRequest request) {
        calls.add(new Call(container.currentCaller(), request));
        return answer.apply(request);
    }
}
