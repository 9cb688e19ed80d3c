/**
 * Command sets (PS3.7 §6.3.1 and Annex E) from bytes and to bytes. Imports {@code pdu} and Netty.
 */
package org.turnstile.dicom.dimse.command;
