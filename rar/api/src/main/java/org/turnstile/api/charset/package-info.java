/** Text and bytes under a Specific Character Set (PS3.5 §6.1). It imports nothing but the JDK. */
package org.turnstile.api.charset;
