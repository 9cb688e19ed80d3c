/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DN or filter with places for a user's name and DN. What is put in is escaped, so that no name
 * can end its place; it is looked at once, so that a name that looks like a place is none.
 */
final class NameTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(name|dn)\\}");

    private final String text;

    private NameTemplate(String text) {
        this.text = text;
    }

    /**
     * A DN with {@code {name}} in it.
     *
     * @throws IllegalArgumentException if the name has no place in it, or it is no DN
     */
    static NameTemplate dn(String text) {
        NameTemplate template = new NameTemplate(text);
        if (!text.contains("{name}")) {
            throw new IllegalArgumentException("has no {name}");
        }
        try {
            new DN(template.fillDn("x"));
            return template;
        } catch (LDAPException e) {
            throw new IllegalArgumentException("is no DN", e);
        }
    }

    /**
     * A filter with {@code {name}}, {@code {dn}} or both in it.
     *
     * @throws IllegalArgumentException if the user has no place in it, or it is no filter
     */
    static NameTemplate filter(String text) {
        NameTemplate template = new NameTemplate(text);
        if (!PLACE.matcher(text).find()) {
            throw new IllegalArgumentException("has neither {name} nor {dn}");
        }
        try {
            template.fillFilter("x", "cn=x");
            return template;
        } catch (LDAPException e) {
            throw new IllegalArgumentException("is no filter", e);
        }
    }

    /** The DN of that name (RFC 4514 §2.4). */
    String fillDn(String name) {
        return fill(name, "", NameTemplate::escapeRdn);
    }

    /** The filter for that name and DN (RFC 4515 §3). */
    Filter fillFilter(String name, String dn) throws LDAPException {
        return Filter.create(fill(name, dn, Filter::encodeValue));
    }

    private String fill(String name, String dn, UnaryOperator<String> escape) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> {
                            String value = place.group(1).equals("name") ? name : dn;
                            return Matcher.quoteReplacement(escape.apply(value));
                        });
    }

    private static String escapeRdn(String value) {
        return new RDN("x", value).toString().substring("x=".length());
    }

    /** As the option has it. */
    @Override
    public String toString() {
        return text;
    }
}
