/**
 * From the user identity of a request to the user of an association. The only package that calls
 * JAAS. Imports {@code config}, {@code guard}, {@code org.turnstile.api} and the decoded request of
 * {@code org.turnstile.dicom}.
 */
package org.turnstile.connector.login;
