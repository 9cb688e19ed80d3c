/**
 * The commands that open an association: echo and store. Stands on {@code common} and {@code
 * part10}; imports {@code org.turnstile.dicom}, Netty's transport and picocli.
 */
package org.turnstile.cli.dicom;
