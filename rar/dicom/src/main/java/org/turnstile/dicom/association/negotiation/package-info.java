/**
 * What the two sides of an association agree on: presentation contexts, roles and lengths (PS3.8
 * §9.3.3, PS3.7 Annex D). Imports {@code pdu}.
 */
package org.turnstile.dicom.association.negotiation;
