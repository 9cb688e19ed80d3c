/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptObjectsTest {

    private final List<String> problems = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final KeptObjects kept = new KeptObjects(problems::add);

    /** Something to close. */
    private record Cache(String name, List<String> closed) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            closed.add(name);
            if (name.startsWith("bad")) {
                throw new IOException("stuck");
            }
        }
    }

    private Cache cache(String name) {
        return kept.keep(Cache.class, name, () -> new Cache(name, closed));
    }

    @Test
    void anObjectIsMadeOnceForEachTypeAndKey() {
        assertThat(cache("a")).isSameAs(cache("a")).isNotSameAs(cache("b"));
        assertThat(kept.keep(String.class, "a", () -> "text")).isEqualTo("text");
    }

    @Test
    void oneOfManyThreadsMakesIt() {
        AtomicInteger made = new AtomicInteger();
        List<CompletableFuture<Integer>> threads =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        kept.keep(
                                                                Integer.class,
                                                                "n",
                                                                made::incrementAndGet)))
                        .toList();
        assertThat(threads).allMatch(thread -> thread.join() == 1);
    }

    @Test
    void oneObjectMayKeepAnotherWhileItIsMade() {
        String outer =
                kept.keep(
                        String.class,
                        "outer",
                        () -> "with " + kept.keep(String.class, "inner", () -> "inner"));
        assertThat(outer).isEqualTo("with inner");
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        assertThatThrownBy(
                        () ->
                                kept.keep(
                                        String.class,
                                        "a",
                                        () -> {
                                            throw new IllegalStateException("not yet");
                                        }))
                .hasMessage("not yet");
        assertThat(kept.keep(String.class, "a", () -> "now")).isEqualTo("now");
    }

    @Test
    void closingClosesAllTheLastFirstThoughOneFails() {
        cache("first");
        cache("bad");
        cache("last");
        kept.keep(String.class, "plain", () -> "text");
        kept.close();
        kept.close();
        assertThat(closed).containsExactly("last", "bad", "first");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("Cache: not closed")
                .contains("stuck");
    }

    @Test
    void onceClosedNothingIsKeptAndWhatWasMadeIsClosed() {
        kept.close();
        assertThatThrownBy(() -> cache("late")).hasMessage("login scope: closed");
        assertThat(closed).containsExactly("late");
    }

    @Test
    void forgettingAClassLoaderClosesWhatCameFromItAndNothingElse() {
        cache("ours");
        kept.keep(String.class, "jdk", () -> "old");
        kept.forget(Cache.class.getClassLoader());
        assertThat(closed).containsExactly("ours");
        assertThat(kept.keep(String.class, "jdk", () -> "new")).isEqualTo("old");
        cache("ours");
        kept.close();
        assertThat(closed).containsExactly("ours", "ours");
    }
}
