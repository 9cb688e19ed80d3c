/**
 * Delays and lock-outs after failed logins: counting only, without threads, timers or files.
 * Imports nothing but the JDK.
 */
package org.turnstile.connector.guard;
