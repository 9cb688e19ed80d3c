/**
 * The commands that edit who sees what: the file {@code access} of a home folder. Stands on {@code
 * common} and {@code user}, and brings the command {@code explain} of {@code dicom} under one roof
 * with them; imports {@code org.turnstile.api.access}, {@code org.turnstile.jaas.file} and picocli.
 */
package org.turnstile.cli.access;
