/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.tls;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.LDAPSDKException;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key of a server, with a certificate that it made itself, for the names of the test. */
public final class ServerKey {

    /** Types of a GeneralName (RFC 5280 §4.2.1.6). */
    private static final byte DNS_NAME = (byte) 0x82;

    private static final byte IP_ADDRESS = (byte) 0x87;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyPair pair;
    private final Certificate certificate;

    private ServerKey(KeyPair pair, Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** For localhost and 127.0.0.1. */
    public static ServerKey ofThisHost() throws GeneralSecurityException, LDAPSDKException {
        return of(
                new ASN1OctetString(DNS_NAME, "localhost"),
                new ASN1OctetString(IP_ADDRESS, LOOPBACK));
    }

    /** For a host that this one is not. */
    public static ServerKey ofAnotherHost() throws GeneralSecurityException, LDAPSDKException {
        return of(new ASN1OctetString(DNS_NAME, "other.example.org"));
    }

    private static ServerKey of(ASN1Element... names)
            throws GeneralSecurityException, LDAPSDKException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now();
        X509Certificate made =
                X509Certificate.generateSelfSignedCertificate(
                        SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA,
                        pair,
                        new DN("CN=server"),
                        now.minus(Duration.ofHours(1)).toEpochMilli(),
                        now.plus(Duration.ofDays(1)).toEpochMilli(),
                        subjectAlternativeName(names));
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(made.getX509CertificateBytes()));
        return new ServerKey(pair, certificate);
    }

    private static X509CertificateExtension subjectAlternativeName(ASN1Element... names)
            throws CertException {
        byte[] value = new ASN1Sequence(List.of(names)).encode();
        return new X509CertificateExtension(new OID("2.5.29.17"), false, value);
    }

    /** The certificate as a file of certificate authorities has it. */
    public String pem() throws GeneralSecurityException {
        String text =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }

    /** TLS with this key. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
