/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

/** What became of an object that was to be indexed. All but the first leave the index as it was. */
public enum Outcome {
    /** It is in the index. */
    ADDED,
    /** The index has the instance already, with the same content. */
    SAME_CONTENT,
    /** The index has the instance already, with other content; the first stays. */
    OTHER_CONTENT,
    /** Its study is known, and of another patient. */
    STUDY_OF_OTHER_PATIENT,
    /** Its series is known, and of another study. */
    SERIES_OF_OTHER_STUDY
}
