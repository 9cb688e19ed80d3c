/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The requestor's side of an association as a library: connect, echo, store, find (PS3.7). Imports
 * {@code dimse.message}, the line and query options of {@code dimse}, {@code association} and
 * {@code pdu}.
 */
package org.turnstile.dicom.dimse.client;
