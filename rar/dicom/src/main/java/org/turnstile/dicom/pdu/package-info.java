/**
 * The seven PDUs of the DICOM upper layer and their items, as values, with their encoder and
 * decoder (PS3.8 §9.3, PS3.7 Annex D). Imports the JDK, {@code org.turnstile.api} and Netty.
 */
package org.turnstile.dicom.pdu;
