/**
 * The commands that open an association: echo, find and store. Stands on {@code common}, {@code
 * part10} and {@code query}; imports {@code org.turnstile.dicom}, Netty's transport and picocli.
 */
package org.turnstile.cli.dicom;
