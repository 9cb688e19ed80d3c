/**
 * How work reaches the container's threads: event loops and the dispatcher as long-running Work,
 * lanes with permits before every short Work, and the one security context. Imports Jakarta
 * Connectors and Netty's event loops.
 */
package org.turnstile.connector.work;
