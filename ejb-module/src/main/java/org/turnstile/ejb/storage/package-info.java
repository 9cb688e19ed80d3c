/** C-STORE: objects become files that survive a crash. Imports the api and Jakarta EE. */
package org.turnstile.ejb.storage;
