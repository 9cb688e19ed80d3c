/**
 * A DICOM peer made of bytes: what it sends may break any rule, and what it gets is compared byte
 * by byte. Imports the JDK only.
 */
package org.turnstile.testkit.dicom;
