/**
 * The benchmark of what turnstile-dicom does not show: it has to stand in this package. Imports
 * JMH.
 */
package org.turnstile.dicom.dimse;
