/**
 * From a site's names and groups to the permissions of the container, by an allow list. Imports the
 * JDK, the API, {@code jaas.file} and {@code jaas.sql}.
 */
package org.turnstile.jaas.mapping;
