/**
 * The data set (PS3.5 chapter 7): elements, their values, and the dictionary of the standard. It
 * imports the JDK and {@code org.turnstile.api.charset}.
 */
package org.turnstile.api.data;
