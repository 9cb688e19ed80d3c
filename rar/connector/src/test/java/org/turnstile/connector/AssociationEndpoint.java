/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.Closing;
import org.turnstile.api.RejectedAssociation;

/** An endpoint for association events: keeps them in their order. */
final class AssociationEndpoint implements AssociationListener {

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<Association> opened = new CopyOnWriteArrayList<>();
    private final List<RejectedAssociation> rejected = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> hook = event -> {};

    /** Is called with {@code opened}, {@code rejected} or {@code closed} as the event comes. */
    void hook(Consumer<String> called) {
        hook = called;
    }

    /** The events so far, such as {@code closed RELEASED}. */
    List<String> names() {
        return List.copyOf(names);
    }

    List<Association> opened() {
        return List.copyOf(opened);
    }

    List<RejectedAssociation> rejected() {
        return List.copyOf(rejected);
    }

    @Override
    public void opened(Association association) {
        opened.add(association);
        add("opened", "");
    }

    @Override
    public void rejected(RejectedAssociation attempt) {
        rejected.add(attempt);
        add("rejected", " " + attempt.result() + "/" + attempt.source() + "/" + attempt.reason());
    }

    @Override
    public void closed(Association association, Closing closing) {
        add("closed", " " + closing);
    }

    private void add(String event, String how) {
        names.add(event + how);
        hook.accept(event);
    }
}
