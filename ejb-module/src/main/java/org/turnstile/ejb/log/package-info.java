/** What the archive tells the operator. Imports the api and JBoss Logging. */
package org.turnstile.ejb.log;
