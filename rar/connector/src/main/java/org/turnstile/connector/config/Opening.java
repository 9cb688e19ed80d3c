/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** When a listener opens its port. */
public enum Opening {
    /** With the first activation of a service. */
    ACTIVATION,
    /** When the application has also said that it is ready. */
    APPLICATION
}
