/**
 * DICOM files (PS3.10): the file meta information in front of a data set. Imports the JDK and
 * {@code api}.
 */
package org.turnstile.cli.part10;
