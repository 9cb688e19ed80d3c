/**
 * What a handler of DIMSE operations and a login module need to know of Turnstile: the listener
 * interfaces, the identity of the caller, and DICOM's own terms. It imports nothing but the JDK.
 */
package org.turnstile.api;
