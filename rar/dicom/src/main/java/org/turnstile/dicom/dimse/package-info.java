/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The acceptor's side of DIMSE on an association (PS3.7): streamed data sets, requests, responses,
 * the server. Stands on {@code dimse.message}, {@code association} and {@code pdu}.
 */
package org.turnstile.dicom.dimse;
