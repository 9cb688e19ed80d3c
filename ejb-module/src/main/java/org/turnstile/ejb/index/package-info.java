/**
 * The index: patients, studies, series and instances in the database, and how a stored object gets
 * into it. Imports {@code attributes}, the api, Jakarta Persistence, Flyway and the log.
 */
package org.turnstile.ejb.index;
