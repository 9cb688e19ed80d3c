/**
 * Who sees what: the rules of the file {@code access} and of the database, the predicate that a
 * caller's rules become, and the one door through which the index is read for a caller. Imports the
 * api, Jakarta EE and {@code org.turnstile.ejb.settings}.
 */
package org.turnstile.ejb.access;
