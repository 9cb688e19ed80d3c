/** What the archive tells the operator. Imports JBoss Logging alone. */
package org.turnstile.ejb.log;
