/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The client's side of Kerberos: finds the user's ticket or a keytab, makes an AP-REQ for each
 * association, and checks the AP-REP that comes back. Imports {@code org.turnstile.api.kerberos}
 * and the JDK's GSS-API. With the client of {@code turnstile-dicom}:
 *
 * <pre>{@code
 * KerberosConfiguration configuration = KerberosConfiguration.find(System.getenv());
 * TicketSource ticket = CredentialCache.find(System.getenv(), configuration);
 * try (KerberosInitiator user = KerberosInitiator.open(ticket, configuration);
 *         KerberosRequest request = user.request("dicom/pacs", Framing.RAW, true)) {
 *     options.identity(
 *             new UserIdentityRq(3, true, request.token(), new byte[0]),
 *             serverResponse -> check(request, serverResponse));
 *     ClientAssociation association = client.connect(options.build());
 * }
 * }</pre>
 */
package org.turnstile.eua.agent;
