/**
 * Puts load on an SCP and times it: with precomputed bytes from one thread, or with the client of
 * turnstile-dicom. Imports turnstile-dicom and Netty.
 */
package org.turnstile.bench.load;
