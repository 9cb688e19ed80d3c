/** PDUs from bytes and to bytes, within limits. Imports {@code pdu}, the api, and Netty. */
package org.turnstile.dicom.pdu.codec;
