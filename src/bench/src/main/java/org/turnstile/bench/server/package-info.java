/** What a server process takes: threads, memory, heap. Imports the JDK. */
package org.turnstile.bench.server;
