/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** Serves C-ECHO (PS3.7 §9.1.5). */
public interface EchoListener {

    /** Answers one request, as the association's user. */
    Status onEcho(EchoRequest request);
}
