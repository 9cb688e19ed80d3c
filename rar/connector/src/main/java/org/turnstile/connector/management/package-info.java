/** Counters and management beans (JMX). Imports the JDK, the api and {@code log}. */
package org.turnstile.connector.management;
