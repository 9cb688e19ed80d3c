/**
 * The seven PDUs of the DICOM upper layer and their items, as values (PS3.8 §9.3, PS3.7 Annex D);
 * {@code codec} below turns them into bytes and back. Imports the JDK and Netty's buffers.
 */
package org.turnstile.dicom.pdu;
