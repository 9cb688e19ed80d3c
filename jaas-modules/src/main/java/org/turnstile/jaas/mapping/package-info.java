/**
 * From a site's names and groups to the permissions of the container, by an allow list. Imports the
 * JDK, the API and {@code jaas.file}.
 */
package org.turnstile.jaas.mapping;
