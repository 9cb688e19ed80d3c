/**
 * The resource adapter as the container sees it, and what it runs. Imports everything below it and
 * Jakarta Connectors; nobody imports it.
 */
package org.turnstile.connector;
