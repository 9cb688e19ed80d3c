/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.turnstile.api.data.Dataset;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseClient;
import org.turnstile.dicom.dimse.client.MatchConsumer;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.testkit.dicom.Uids;

/** One association of our client, on which a user stores and finds. For one thread. */
public final class Workstation implements AutoCloseable {

    /** Study Root Query/Retrieve Information Model - FIND. */
    public static final String STUDY_ROOT = "1.2.840.10008.5.1.4.1.2.2.1";

    /** Patient Root Query/Retrieve Information Model - FIND. */
    public static final String PATIENT_ROOT = "1.2.840.10008.5.1.4.1.2.1.1";

    /** A server under load may take its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventLoopGroup group;
    private final ClientAssociation association;

    private Workstation(EventLoopGroup group, ClientAssociation association) {
        this.group = group;
        this.association = association;
    }

    /** Associates as a user with the right passcode. */
    public static Workstation of(int port, String user) throws IOException {
        return open(port, options -> options.identity(passcode(user)));
    }

    /** The same; relational queries are proposed. */
    public static Workstation relational(int port, String user) throws IOException {
        return open(
                port,
                options ->
                        options.identity(passcode(user))
                                .relational(STUDY_ROOT)
                                .relational(PATIENT_ROOT));
    }

    /** Associates as somebody whom nothing proves (type 1). */
    public static Workstation claiming(int port, String user) throws IOException {
        return open(
                port,
                options -> options.identity(new UserIdentityRq(1, true, utf8(user), new byte[0])));
    }

    /** Associates with a Kerberos token (type 3). */
    public static Workstation presenting(int port, byte[] token) throws IOException {
        return open(
                port, options -> options.identity(new UserIdentityRq(3, true, token, new byte[0])));
    }

    /** Associates as nobody. */
    public static Workstation anonymous(int port) throws IOException {
        return open(port, options -> options);
    }

    private static Workstation open(int port, UnaryOperator<ConnectOptionsBuilder> identity)
            throws IOException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        ConnectOptionsBuilder options =
                ConnectOptions.to("127.0.0.1", port)
                        .called("TURNSTILE")
                        .calling("WORKSTATION")
                        .acseTimeout(PATIENCE)
                        .dimseTimeout(PATIENCE)
                        .context(Uids.VERIFICATION, Uids.IMPLICIT_VR_LE)
                        .context(Uids.CT_IMAGE_STORAGE, Uids.IMPLICIT_VR_LE)
                        .context(STUDY_ROOT, Uids.EXPLICIT_VR_LE)
                        .context(PATIENT_ROOT, Uids.EXPLICIT_VR_LE);
        try {
            return new Workstation(
                    group, new DimseClient(group).connect(identity.apply(options).build()));
        } catch (IOException | RuntimeException e) {
            end(group);
            throw e;
        }
    }

    private static UserIdentityRq passcode(String user) {
        return new UserIdentityRq(2, true, utf8(user), utf8(Home.passcode(user)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Stores; answers the status. */
    public int store(CtObject object) throws IOException {
        return store(object.sopInstance(), object.dataSet());
    }

    /** Stores a data set in Implicit VR Little Endian; answers the status. */
    public int store(String sopInstance, byte[] dataSet) throws IOException {
        return association
                .store(
                        Uids.CT_IMAGE_STORAGE,
                        sopInstance,
                        Uids.IMPLICIT_VR_LE,
                        new ByteArrayInputStream(dataSet))
                .code();
    }

    /** Finds by the Study Root model. */
    public Answer find(Keys keys) throws IOException {
        return find(STUDY_ROOT, keys);
    }

    /** Finds by a model. */
    public Answer find(String model, Keys keys) throws IOException {
        List<Dataset> matches = new ArrayList<>();
        int status = find(model, keys, (pending, match) -> matches.add(match));
        return new Answer(status, matches);
    }

    /** Finds by a model for as long as the consumer wants more; answers the final status. */
    public int find(String model, Keys keys, MatchConsumer matches) throws IOException {
        return association.find(model, keys.build(), matches).code();
    }

    /** Echoes; answers the status. */
    public int echo() throws IOException {
        return association.echo().code();
    }

    /** Ends the association in the order of the standard. */
    public void release() throws IOException {
        association.release();
    }

    @Override
    public void close() {
        association.close();
        end(group);
    }

    private static void end(EventLoopGroup group) {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
