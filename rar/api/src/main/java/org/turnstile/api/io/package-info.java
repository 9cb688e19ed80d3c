/**
 * Data sets as bytes in each transfer syntax (PS3.5 annex A), as files (PS3.10) and as JSON (PS3.18
 * annex F). It imports the JDK and {@code org.turnstile.api.data}.
 */
package org.turnstile.api.io;
