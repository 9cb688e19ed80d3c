/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the index keeps of an object, taken out of its data set and cut to the columns. Imports the
 * api and the annotations of Jakarta Persistence.
 */
package org.turnstile.ejb.index.attributes;
