/**
 * One association over one connection: the state table of PS3.8 §9.2 and what runs it, negotiation,
 * timers, and the interfaces by which others decide and are told. Stands on {@code pdu}.
 */
package org.turnstile.dicom.association;
