/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Association;
import org.turnstile.dicom.association.AssociationHandler;

/** The connections of one server and the associations on them; used from any thread. */
final class Connections {

    private static final String STOPPING = "the server is stopping";

    private record Live(Association association, AssociationHandler handler) {}

    private final int most;
    private final Map<Channel, AssociationHandler> open = new ConcurrentHashMap<>();
    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile boolean closing;

    Connections(int most) {
        this.most = most;
    }

    /** Counts a new connection; false if there are too many, or the server is stopping. */
    boolean add(Channel channel, AssociationHandler handler) {
        if (closing || open.size() >= most) {
            return false;
        }
        open.put(channel, handler);
        channel.closeFuture().addListener(closed -> remove(channel));
        if (closing) {
            channel.close(); // the server began to stop between the two looks
        }
        return true;
    }

    void established(Association association, AssociationHandler handler) {
        live.put(association.id(), new Live(association, handler));
    }

    void ended(Association association) {
        live.remove(association.id());
    }

    List<Association> associations() {
        return live.values().stream().map(Live::association).toList();
    }

    int count() {
        return open.size();
    }

    boolean abort(String id) {
        Live found = live.get(id);
        if (found == null) {
            return false;
        }
        EventLoop loop = found.handler().channel().eventLoop();
        loop.execute(() -> found.handler().abort("by order of an administrator"));
        return true;
    }

    CompletionStage<Void> close(Duration grace, Channel serverChannel) {
        closing = true;
        open.forEach((channel, handler) -> close(channel, handler, grace));
        serverChannel.closeFuture().addListener(closed -> completeIfEmpty());
        return empty.copy();
    }

    private static void close(Channel channel, AssociationHandler handler, Duration grace) {
        EventLoop loop = channel.eventLoop();
        loop.execute(() -> drain(channel, handler));
        loop.schedule(() -> shutDown(channel, handler), grace.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void drain(Channel channel, AssociationHandler handler) {
        if (channel.isActive()) {
            handler.drain(STOPPING);
        }
    }

    private static void shutDown(Channel channel, AssociationHandler handler) {
        if (channel.isOpen()) {
            handler.shutDown(STOPPING);
        }
    }

    private void remove(Channel channel) {
        open.remove(channel);
        completeIfEmpty();
    }

    private void completeIfEmpty() {
        if (closing && open.isEmpty()) {
            empty.complete(null);
        }
    }
}
