/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * UIDs of the demo: 2.25. and a name-based UUID (PS3.5 §B.2) of what they stand for, so that they
 * are the same at every start. Whoever changes what an object holds raises {@link #EDITION}: an
 * archive does not take other content under a known UID.
 */
final class DemoUid {

    private static final int EDITION = 1;

    private DemoUid() {}

    /** The UID of what this path names, such as {@code study 3/series 1}. */
    static String of(String path) {
        String name = "org.turnstile.demo edition " + EDITION + "/" + path;
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
