/**
 * Type 3, a Kerberos AP-REQ (PS3.7 §D.3.3.7, PS3.15 §B.6). Messages and encryption are Apache
 * Kerby's; every check is here. Imports the JDK, GSS-API, the API, Kerby, and {@code jaas.file}.
 */
package org.turnstile.jaas.kerberos;
