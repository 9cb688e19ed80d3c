/** Other people's programs, which tests speak with where they are installed. Imports JUnit. */
package org.turnstile.testkit.peer;
