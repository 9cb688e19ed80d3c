/**
 * What {@code turnstile.properties} says: the keys, their parser, and immutable settings. Imports
 * the JDK, {@code org.turnstile.api} and the limits of {@code org.turnstile.dicom}.
 */
package org.turnstile.connector.config;
