/**
 * The commands that open an association: echo, find and store. Stands on {@code common}, {@code
 * kerberos}, {@code otp}, {@code part10} and {@code query}; imports {@code org.turnstile.dicom},
 * {@code org.turnstile.eua.agent}, Netty's transport and picocli.
 */
package org.turnstile.cli.dicom;
