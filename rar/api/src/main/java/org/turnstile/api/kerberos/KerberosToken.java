/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/**
 * A Kerberos message and the {@link Framing} in which it travels. Unwrapping uses the whole field:
 * every length is definite and fits, nothing follows. What the message says, and whether it is
 * true, is not looked at. Immutable; never prints its bytes.
 */
public final class KerberosToken {

    /** The most bytes of a field: its length has 16 bits (PS3.7 Table D.3-14). */
    public static final int MAX_LENGTH = 65_535;

    private final Framing framing;
    private final Mechanism mechanism;
    private final byte[] message;

    KerberosToken(Framing framing, Mechanism mechanism, byte[] message) {
        this.framing = framing;
        this.mechanism = mechanism;
        this.message = message;
    }

    /**
     * A message to be sent.
     *
     * @param framing how it shall travel
     * @param message an AP-REQ (6E ...) or AP-REP (6F ...)
     * @throws IllegalArgumentException if it begins like neither
     */
    public static KerberosToken of(Framing framing, byte[] message) {
        if (!Message.AP_REQ.begins(message) && !Message.AP_REP.begins(message)) {
            throw new IllegalArgumentException("message: neither an AP-REQ nor an AP-REP");
        }
        return new KerberosToken(framing, Mechanism.KRB5, message.clone());
    }

    /**
     * The AP-REQ in a Primary-field.
     *
     * @param field the whole field
     * @throws KerberosTokenException if it has none of the framings, or is not sound to its end
     */
    public static KerberosToken request(byte[] field) throws KerberosTokenException {
        DerReader reader = bounded(field);
        if (reader.tag() != Gss.TAG) {
            return raw(reader, Message.AP_REQ);
        }
        DerReader content = reader.enter(Gss.TAG, "a GSS-API token");
        reader.end("the GSS-API token");
        int at = content.offset();
        return switch (Gss.mechanism(content)) {
            case KRB5 -> gss(Gss.behindMechanism(content, Message.AP_REQ));
            case SPNEGO -> Spnego.request(content);
            case MS_KRB5 -> throw new KerberosTokenException(at, "a mechanism for SPNEGO only");
        };
    }

    /**
     * The AP-REP in a Server-response.
     *
     * @param field the whole field
     * @throws KerberosTokenException if it has none of the framings, is not sound to its end, or
     *     does not complete the negotiation
     */
    public static KerberosToken reply(byte[] field) throws KerberosTokenException {
        DerReader reader = bounded(field);
        return switch (reader.tag()) {
            case Gss.TAG -> gss(Gss.message(reader, Message.AP_REP));
            case Spnego.NEG_TOKEN_RESP -> Spnego.reply(reader);
            default -> raw(reader, Message.AP_REP);
        };
    }

    private static DerReader bounded(byte[] field) throws KerberosTokenException {
        if (field.length > MAX_LENGTH) {
            throw new KerberosTokenException(MAX_LENGTH, "more than %d".formatted(MAX_LENGTH));
        }
        return new DerReader(field);
    }

    private static KerberosToken raw(DerReader reader, Message kind) throws KerberosTokenException {
        if (reader.tag() != kind.tag()) {
            throw reader.fault(
                    "expects %s, finds %s".formatted(kind, FirstByte.name(reader.tag())));
        }
        return new KerberosToken(Framing.RAW, Mechanism.KRB5, kind.whole(reader));
    }

    private static KerberosToken gss(byte[] message) {
        return new KerberosToken(Framing.GSS, Mechanism.KRB5, message);
    }

    /** How the message travels. */
    public Framing framing() {
        return framing;
    }

    /** The AP-REQ or AP-REP itself, a copy. */
    public byte[] message() {
        return message.clone();
    }

    /** The same message in another framing. */
    public KerberosToken as(Framing other) {
        return new KerberosToken(other, mechanism, message);
    }

    /**
     * An AP-REP that travels as this AP-REQ came, under the name of the mechanism that it used.
     *
     * @throws IllegalArgumentException if it does not begin as an AP-REP
     */
    public KerberosToken answer(byte[] apRep) {
        if (!Message.AP_REP.begins(apRep)) {
            throw new IllegalArgumentException("apRep: not an AP-REP");
        }
        return new KerberosToken(framing, mechanism, apRep.clone());
    }

    /**
     * The bytes of a Primary-field: the AP-REQ, a GSS-API token (01 00), or a NegTokenInit that
     * offers Kerberos alone.
     *
     * @throws IllegalStateException if this holds an AP-REP
     */
    public byte[] encodeRequest() {
        require(Message.AP_REQ);
        return switch (framing) {
            case RAW -> message();
            case GSS -> Gss.token(message, Message.AP_REQ);
            case SPNEGO -> Spnego.init(mechanism, message);
        };
    }

    /**
     * The bytes of a Server-response: the AP-REP, a GSS-API token (02 00), or a NegTokenResp with
     * accept-completed.
     *
     * @throws IllegalStateException if this holds an AP-REQ
     */
    public byte[] encodeReply() {
        require(Message.AP_REP);
        return switch (framing) {
            case RAW -> message();
            case GSS -> Gss.token(message, Message.AP_REP);
            case SPNEGO -> Spnego.resp(mechanism, message);
        };
    }

    private void require(Message kind) {
        if (!kind.begins(message)) {
            throw new IllegalStateException("not an " + kind);
        }
    }

    @Override
    public String toString() {
        return "Kerberos token, " + framing + ", " + message.length + " bytes";
    }
}
