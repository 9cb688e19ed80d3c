/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

/** Counts the items of one A-ASSOCIATE PDU: each costs more memory than its bytes. */
final class ItemCounter {

    private final PduLimits limits;
    private int items;
    private int unknown;

    ItemCounter(PduLimits limits) {
        this.limits = limits;
    }

    /** One more item or sub-item. */
    void item() throws MalformedPduException {
        if (++items > limits.items()) {
            throw new MalformedPduException("items: more than " + limits.items());
        }
    }

    /** It is of unknown type. */
    void unknown() throws MalformedPduException {
        if (++unknown > limits.unknownItems()) {
            throw new MalformedPduException("unknown items: more than " + limits.unknownItems());
        }
    }

    /** So many presentation contexts were there before this one. */
    void context(int before) throws MalformedPduException {
        if (before >= limits.presentationContexts()) {
            throw new MalformedPduException(
                    "presentation contexts: more than " + limits.presentationContexts());
        }
    }

    /** So many transfer syntaxes of this presentation context were there before this one. */
    void transferSyntax(int before) throws MalformedPduException {
        if (before >= limits.transferSyntaxes()) {
            throw new MalformedPduException(
                    "transfer syntaxes of a context: more than " + limits.transferSyntaxes());
        }
    }
}
