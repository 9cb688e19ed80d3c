/**
 * Listeners: their ports, who gets a seat, who is let in, and what is told of it. Brings together
 * {@code config}, {@code login}, {@code inflow} and the wire.
 */
package org.turnstile.connector.listener;
