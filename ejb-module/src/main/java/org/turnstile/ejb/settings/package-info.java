/** The archive's own settings. Imports the api and the JDK. */
package org.turnstile.ejb.settings;
