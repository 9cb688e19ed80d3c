/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

/** A data set that the index cannot take in. The message names the attribute and no value. */
public final class AttributeException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With what is wrong.
     *
     * @param attribute its name in the standard
     * @param problem what is wrong with it, without what it holds
     */
    public AttributeException(String attribute, String problem) {
        super(attribute + " " + problem);
    }
}
