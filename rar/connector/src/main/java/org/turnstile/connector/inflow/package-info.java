/**
 * From a DIMSE request to a message endpoint: which activation serves which SOP class, and the call
 * as the association's user. Imports the api, the wire's seams, Jakarta Connectors and {@code
 * work}.
 */
package org.turnstile.connector.inflow;
