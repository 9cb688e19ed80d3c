/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.IdentityType;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.pdu.codec.PduLimits;

class SettingsTest {

    @TempDir private Path home;

    @Test
    void aMissingFileMeansAllDefaults() throws SettingsException {
        Settings settings = Settings.read(home);
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(settings.adapter())
                .isEqualTo(
                        new AdapterSettings(
                                24,
                                8,
                                4,
                                1000,
                                256,
                                Duration.ofSeconds(10),
                                Math.min(4, processors)));
        assertThat(settings.listeners()).containsOnlyKeys("default");
    }

    @Test
    void theDefaultsOfAListenerRefuse() throws SettingsException {
        ListenerSettings listener = Settings.read(home).listeners().get("default");
        assertThat(listener.endpoint()).hasToString("127.0.0.1:11112");
        IdentitySettings identity = listener.identity();
        assertThat(identity.userIdentity()).isEqualTo(UserIdentityPolicy.REQUIRED);
        assertThat(identity.anonymousEcho()).isFalse();
        assertThat(identity.trustUsername()).isEqualTo(TrustUsername.NEVER);
        assertThat(identity.cleartextPasscode()).isFalse();
        assertThat(identity.passcodePolicy()).isEqualTo(PasscodePolicy.VERIFY);
        assertThat(identity.requiredRoles()).isEmpty();
        assertThat(identity.maxUserName()).isEqualTo(256);
        assertThat(identity.logins())
                .isEqualTo(
                        Map.of(
                                IdentityType.USERNAME, "turnstile-username",
                                IdentityType.PASSCODE, "turnstile-passcode",
                                IdentityType.KERBEROS, "turnstile-kerberos",
                                IdentityType.SAML, "turnstile-saml",
                                IdentityType.JWT, "turnstile-jwt"));
        assertThat(identity.callerPrincipalClasses())
                .containsExactly(
                        "org.turnstile.api.CallerPrincipal",
                        "javax.security.auth.kerberos.KerberosPrincipal",
                        "com.sun.security.auth.UserPrincipal");
    }

    @Test
    void theDefaultLimitsAreThoseOfTheDicomLayer() throws SettingsException {
        ListenerSettings listener = Settings.read(home).listeners().get("default");
        assertThat(listener.port())
                .isEqualTo(new PortSettings(Duration.ofSeconds(30), 4000, PduLimits.DEFAULT));
        assertThat(listener.limits()).isEqualTo(AssociationLimits.DEFAULT);
        assertThat(listener.maxAssociations()).isEqualTo(1000);
        assertThat(listener.maxAssociationsPerPeer()).isEqualTo(100);
        assertThat(listener.stopGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(listener.parsing()).isEqualTo(Parsing.LENIENT);
        assertThat(listener.open()).isEqualTo(Opening.ACTIVATION);
        assertThat(listener.auditRequired()).isFalse();
    }

    @Test
    void everyKeyOfTheAdapterArrives() throws Exception {
        Settings settings =
                read(
                        "requests = 12",
                        "logins: 3",
                        "associationEvents 2",
                        "waitingRequests=7",
                        "waitingLogins=0",
                        "loginTimeout=500ms",
                        "eventLoops=2");
        assertThat(settings.adapter())
                .isEqualTo(new AdapterSettings(12, 3, 2, 7, 0, Duration.ofMillis(500), 2));
    }

    @Test
    void everyKeyOfTheIdentityArrives() throws Exception {
        IdentitySettings identity =
                read(
                                "listener.a.userIdentity = OPTIONAL",
                                "listener.a.anonymousEcho = true",
                                "listener.a.trustUsername = SECURE_PEER",
                                "listener.a.cleartextPasscode = true",
                                "listener.a.passcodePolicy = BASIC",
                                "listener.a.requiredRoles = dicom-store, dicom-find",
                                "listener.a.callerPrincipalClasses = org.example.Who",
                                "listener.a.usernameLogin = one",
                                "listener.a.passcodeLogin = two",
                                "listener.a.kerberosLogin = three",
                                "listener.a.samlLogin = four",
                                "listener.a.jwtLogin = five",
                                "listener.a.maxUserName = 64",
                                "listener.a.port = 104")
                        .listeners()
                        .get("a")
                        .identity();
        assertThat(identity.userIdentity()).isEqualTo(UserIdentityPolicy.OPTIONAL);
        assertThat(identity.anonymousEcho()).isTrue();
        assertThat(identity.trustUsername()).isEqualTo(TrustUsername.SECURE_PEER);
        assertThat(identity.cleartextPasscode()).isTrue();
        assertThat(identity.passcodePolicy()).isEqualTo(PasscodePolicy.BASIC);
        assertThat(identity.requiredRoles()).containsOnly("dicom-store", "dicom-find");
        assertThat(identity.callerPrincipalClasses()).containsExactly("org.example.Who");
        assertThat(identity.logins().values())
                .containsExactlyInAnyOrder("one", "two", "three", "four", "five");
        assertThat(identity.logins()).containsEntry(IdentityType.SAML, "four");
        assertThat(identity.maxUserName()).isEqualTo(64);
    }

    @Test
    void everyLimitArrives() throws Exception {
        ListenerSettings listener =
                read(
                                "listener.default.artim = 5s",
                                "listener.default.idle = 1h",
                                "listener.default.write = 2m",
                                "listener.default.read = 3m",
                                "listener.default.stopGrace = 0ms",
                                "listener.default.associateLength = 64k",
                                "listener.default.maximumLength = 16384",
                                "listener.default.presentationContexts = 32",
                                "listener.default.items = 64",
                                "listener.default.window = 1m",
                                "listener.default.maxAssociations = 10",
                                "listener.default.maxAssociationsPerPeer = 2",
                                "listener.default.maxConnections = 20")
                        .listeners()
                        .get("default");
        assertThat(listener.port())
                .isEqualTo(
                        new PortSettings(
                                Duration.ofSeconds(5), 20, new PduLimits(65536, 16384, 32, 64)));
        assertThat(listener.limits())
                .isEqualTo(
                        new AssociationLimits(
                                Duration.ofHours(1),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3),
                                16384,
                                1024 * 1024));
        assertThat(listener.maxAssociations()).isEqualTo(10);
        assertThat(listener.maxAssociationsPerPeer()).isEqualTo(2);
        assertThat(listener.stopGrace()).isZero();
    }

    @Test
    void titlesAndSyntaxesAreListsAndEmptyMeansAny() throws Exception {
        ListenerSettings some =
                read(
                                "listener.default.bindAddress = LocalHost",
                                "listener.default.port = 0",
                                "listener.default.aeTitles = ARCHIVE, STORE SCP",
                                "listener.default.callingAeTitles = CT1",
                                "listener.default.parsing = STRICT",
                                "listener.default.open = APPLICATION",
                                "listener.default.auditRequired = true",
                                "listener.default.transferSyntaxes ="
                                        + " 1.2.840.10008.1.2.4.70,1.2.840.10008.1.2")
                        .listeners()
                        .get("default");
        assertThat(some.endpoint()).isEqualTo(new Endpoint("localhost", 0));
        assertThat(some.serves("STORE SCP")).isTrue();
        assertThat(some.serves("OTHER")).isFalse();
        assertThat(some.admits("CT1")).isTrue();
        assertThat(some.admits("CT2")).isFalse();
        assertThat(some.transferSyntaxes())
                .containsExactly("1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2");
        assertThat(some.parsing()).isEqualTo(Parsing.STRICT);
        assertThat(some.open()).isEqualTo(Opening.APPLICATION);
        assertThat(some.auditRequired()).isTrue();
        ListenerSettings any = Settings.read(home.resolve("none")).listeners().get("default");
        assertThat(any.serves("OTHER")).isTrue();
        assertThat(any.admits("CT2")).isTrue();
        assertThat(any.transferSyntaxes()).isEmpty();
    }

    @Test
    void listenersOfOnePortAreFoundByCalledAeTitle() throws Exception {
        Settings settings =
                read(
                        "listener.store.aeTitles = STORE",
                        "listener.find.aeTitles = FIND,FIND2",
                        "listener.tls.port = 2762");
        Map<Endpoint, List<ListenerSettings>> endpoints = settings.endpoints();
        assertThat(endpoints).hasSize(2);
        List<ListenerSettings> plain = endpoints.get(new Endpoint("127.0.0.1", 11112));
        assertThat(plain)
                .extracting(ListenerSettings::name)
                .containsExactly("default", "store", "find");
        assertThat(Settings.select(plain, "FIND2").orElseThrow().name()).isEqualTo("find");
        assertThat(Settings.select(plain, "ELSE").orElseThrow().name()).isEqualTo("default");
        assertThat(Settings.select(plain.subList(1, 3), "ELSE")).isEmpty();
    }

    @Test
    void keysOfTheApplicationAreKeptAsTheyStand() throws Exception {
        Settings settings =
                read("archive.pageSize = 200", "archive.any.thing: ${x} ", "archive.empty =");
        assertThat(settings.archive())
                .isEqualTo(
                        Map.of(
                                "archive.pageSize", "200",
                                "archive.any.thing", "${x}",
                                "archive.empty", ""));
        assertThat(Settings.read(home.resolve("none")).archive()).isEmpty();
    }

    @Test
    void nothingIsSubstituted() throws Exception {
        assertThat(
                        read("listener.default.aeTitles = ${user.home}")
                                .listeners()
                                .get("default")
                                .aeTitles())
                .containsExactly("${user.home}");
    }

    private Settings read(String... lines) throws IOException, SettingsException {
        Files.write(home.resolve(Settings.FILE), Arrays.asList(lines));
        return Settings.read(home);
    }
}
