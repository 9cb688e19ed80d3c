/**
 * DIMSE messages on an association (PS3.7): command sets, fragmentation, streamed data sets, the
 * server and the client. Stands on {@code association} and {@code pdu}.
 */
package org.turnstile.dicom.dimse;
