/** C-ECHO, for whoever was let in. Imports the api and Jakarta EE. */
package org.turnstile.ejb.verification;
