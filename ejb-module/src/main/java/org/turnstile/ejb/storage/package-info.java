/**
 * C-STORE: objects become files that survive a crash, with a row in the index. Also what makes the
 * archive ready at its start. Imports the api, Jakarta EE, the index, the settings and the log.
 */
package org.turnstile.ejb.storage;
