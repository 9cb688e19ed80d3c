/** JMH benchmarks of the codecs. Imports turnstile-dicom and JMH. */
package org.turnstile.bench.micro;
