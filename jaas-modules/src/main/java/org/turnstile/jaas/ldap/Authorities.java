/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate authorities that a directory's certificate must come from.
 *
 * @param certificates of the authorities; not empty
 */
record Authorities(Set<Certificate> certificates) {

    private static final int MOST_BYTES = 1024 * 1024;

    /** Keeps a copy. */
    Authorities {
        certificates = Set.copyOf(certificates);
    }

    /** Reads certificates in PEM (RFC 7468 §5), 1 MiB at most. */
    static Authorities read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException(file + " has more than " + MOST_BYTES + " bytes");
        }
        try {
            Set<Certificate> found =
                    new LinkedHashSet<>(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificates(new ByteArrayInputStream(bytes)));
            if (found.isEmpty()) {
                throw new IOException(file + " has no certificate");
            }
            return new Authorities(found);
        } catch (CertificateException e) {
            throw new IOException(file + " has a certificate that cannot be read", e);
        }
    }

    /** TLS by these authorities; by those of the JDK if there are none. */
    static SSLContext context(Optional<Authorities> authorities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] managers = null;
            if (authorities.isPresent()) {
                managers = authorities.get().trustManagers();
            }
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS: every JDK has it", e);
        }
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority" + number++, certificate);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
