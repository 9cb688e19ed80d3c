/**
 * Why a caller sees a study or does not: a private C-FIND for administrators. Reads studies without
 * a caller's predicate, which is its purpose. Imports the api, Jakarta EE and {@code
 * org.turnstile.ejb.access}.
 */
package org.turnstile.ejb.explain;
