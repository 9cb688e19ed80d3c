/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

/** A value that is not what its VR promises, or not what was asked for. */
public final class ValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 32;

    private final int tag;

    /**
     * With what is wrong.
     *
     * @param tag the element
     * @param vr its VR
     * @param what what was expected, and what there is
     */
    public ValueException(int tag, VR vr, String what) {
        super(Tags.toString(tag) + " " + vr + ": " + what);
        this.tag = tag;
    }

    /** The element. */
    public int tag() {
        return tag;
    }

    /** A text as a message may show it: short, and without control characters. */
    static String quote(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
