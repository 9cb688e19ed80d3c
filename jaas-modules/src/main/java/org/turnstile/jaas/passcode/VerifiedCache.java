/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Remembers which names and passcodes have been found good, so that a device with many associations
 * does not cost a derivation each. Keeps no passcode: the key of an entry is an HMAC under a random
 * key of this object. An entry counts only as long as the user's hash is the one that it was
 * compared with. Safe for many threads.
 */
final class VerifiedCache implements AutoCloseable {

    private record Good(PasscodeHash hash, Instant until) {}

    private final int size;
    private final Duration time;
    private final Clock clock;
    private final RawKey key;
    private final Map<ByteBuffer, Good> good = new LinkedHashMap<>();

    /**
     * An empty cache.
     *
     * @param size most entries, the oldest goes first; 0 remembers nothing
     * @param time how long an entry counts, from the full check on; zero remembers nothing
     * @param clock tells the time
     */
    VerifiedCache(int size, Duration time, Clock clock) {
        this.size = size;
        this.time = time;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new RawKey(random);
    }

    /** Whether that passcode has lately been found to be the one of that hash. */
    boolean isGood(String name, byte[] passcode, PasscodeHash hash) {
        ByteBuffer id = id(name, passcode);
        synchronized (this) {
            Good entry = good.get(id);
            if (entry == null) {
                return false;
            }
            if (entry.hash().equals(hash) && clock.instant().isBefore(entry.until())) {
                return true;
            }
            good.remove(id);
            return false;
        }
    }

    /** Remembers that the passcode is the one of that hash. */
    void remember(String name, byte[] passcode, PasscodeHash hash) {
        if (size == 0 || time.isZero()) {
            return;
        }
        ByteBuffer id = id(name, passcode);
        synchronized (this) {
            if (key.isDestroyed()) {
                return;
            }
            good.remove(id);
            good.put(id, new Good(hash, clock.instant().plus(time)));
            if (good.size() > size) {
                good.remove(good.keySet().iterator().next());
            }
        }
    }

    synchronized int size() {
        return good.size();
    }

    /** Forgets everything, for good. */
    @Override
    public synchronized void close() {
        good.clear();
        key.destroy();
    }

    private ByteBuffer id(String name, byte[] passcode) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // the length keeps ("ab", "c") and ("a", "bc") apart
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
            mac.update(text);
            mac.update(passcode);
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: every JDK has it", e);
        }
    }
}
