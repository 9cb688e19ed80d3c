/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

/**
 * One element of a data set (PS3.5 §7.1): a {@link Value}, a {@link Sequence} or {@link Fragments}.
 */
public sealed interface DataElement permits Value, Sequence, Fragments {

    /** The tag, GGGGEEEEH. */
    int tag();

    /** The value representation. */
    VR vr();

    /** Whether there is nothing in it: no byte, no item, no fragment. */
    boolean isEmpty();
}
