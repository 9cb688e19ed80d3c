/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import org.turnstile.connector.inflow.Activations;
import org.turnstile.connector.inflow.AssociationEvents;

/**
 * What every door needs.
 *
 * @param activations what is activated
 * @param logins runs logins
 * @param sessions what logins left
 * @param events tells application code of associations
 */
public record DoorServices(
        Activations activations, LoginDesk logins, Sessions sessions, AssociationEvents events) {}
