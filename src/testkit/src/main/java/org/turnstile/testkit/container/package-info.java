/**
 * A container as resource adapters see one: a work manager that runs the security context of a
 * Work, endpoints that say who calls, Bean Validation of activation specifications, and checks that
 * nothing is left over. Imports Jakarta EE and a validator.
 */
package org.turnstile.testkit.container;
