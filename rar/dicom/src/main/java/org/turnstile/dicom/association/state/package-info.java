/** The state table of PS3.8 §9.2 as data: pure, without time or I/O. Imports the JDK. */
package org.turnstile.dicom.association.state;
