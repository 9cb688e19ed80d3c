/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/** The modules' names for a {@code login.conf}. */
public final class Modules {

    /** Type 1. */
    public static final String USERNAME = "org.turnstile.jaas.username.UsernameLoginModule ";

    /** Type 2. */
    public static final String PASSCODE = "org.turnstile.jaas.passcode.PasscodeLoginModule ";

    /** Type 3. */
    public static final String KERBEROS = "org.turnstile.jaas.kerberos.KerberosLoginModule ";

    /** Roles. */
    public static final String MAPPING = "org.turnstile.jaas.mapping.RoleMappingLoginModule ";

    /** Type 2, in a directory. */
    public static final String LDAP = "org.turnstile.jaas.ldap.LdapLoginModule ";

    /** Groups of a directory. */
    public static final String LDAP_GROUPS = "org.turnstile.jaas.ldap.LdapGroupsLoginModule ";

    /** Type 2, with passcodes that are good once. */
    public static final String OTP = "org.turnstile.jaas.otp.OtpLoginModule ";

    /** The JDK's module for directories. */
    public static final String JDK_LDAP = "com.sun.security.auth.module.LdapLoginModule ";

    private Modules() {}
}
