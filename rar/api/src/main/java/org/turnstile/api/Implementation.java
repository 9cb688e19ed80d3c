/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** How this software names itself to peers and in files (PS3.7 §D.3.3.2, PS3.10 §7.1). */
public final class Implementation {

    /** Implementation class UID: of the UUID form (PS3.5 §B.2). */
    public static final String CLASS_UID = "2.25.35975373354119280748311834972642440415";

    /** Implementation version name, at most 16 characters. */
    public static final String VERSION_NAME = "TURNSTILE_1";

    private Implementation() {}
}
