/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A client of MIT's Kerberos library. It takes the ticket of the credential cache to a service and
 * prints one token in hexadecimal; then it reads the service's reply, in hexadecimal, from one line
 * of the standard input. It ends with status 0 if that reply proves the service to the library.
 *
 *   kerberos-peer raw [subkey] [checksum] PRINCIPAL    krb5_mk_req_extended, krb5_rd_rep
 *   kerberos-peer gss|spnego PRINCIPAL                 gss_init_sec_context
 */
#include <ctype.h>
#include <gssapi/gssapi_krb5.h>
#include <krb5.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 65536, USAGE = 2 };

static unsigned char reply[MOST_BYTES];

static void refuse(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

static void print_token(const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        printf("%02X", byte[i]);
    printf("\n");
    fflush(stdout);
}

static int digit(int c)
{
    return isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
}

static size_t read_reply(void)
{
    size_t length = 0;
    for (;;) {
        int high = getchar();
        if (high == EOF || high == '\n')
            break;
        int low = getchar();
        if (!isxdigit(high) || !isxdigit(low) || length == MOST_BYTES)
            refuse("the reply is not in hexadecimal, or too long");
        reply[length++] = (unsigned char)(digit(high) * 16 + digit(low));
    }
    if (length == 0)
        refuse("no reply");
    return length;
}

static void krb5_ok(krb5_context context, krb5_error_code code, const char *what)
{
    if (code != 0) {
        fprintf(stderr, "%s: %s\n", what, krb5_get_error_message(context, code));
        exit(EXIT_FAILURE);
    }
}

static krb5_creds *service_ticket(krb5_context context, const char *service)
{
    krb5_creds wanted = {0};
    krb5_creds *got;
    krb5_ccache cache;
    krb5_ok(context, krb5_cc_default(context, &cache), "credential cache");
    krb5_ok(context, krb5_cc_get_principal(context, cache, &wanted.client), "client");
    krb5_ok(context, krb5_parse_name(context, service, &wanted.server), "service");
    krb5_ok(context, krb5_get_credentials(context, 0, cache, &wanted, &got), "ticket");
    return got;
}

static void raw(const char *service, int subkey, int checksum)
{
    krb5_context context;
    krb5_auth_context auth = NULL;
    krb5_ap_rep_enc_part *part;
    krb5_data request;
    krb5_data checked = {.magic = 0, .length = 5, .data = "DICOM"};
    if (krb5_init_context(&context) != 0)
        refuse("krb5.conf");
    krb5_ok(context, krb5_auth_con_init(context, &auth), "context");
    krb5_flags options = AP_OPTS_MUTUAL_REQUIRED | (subkey ? AP_OPTS_USE_SUBKEY : 0);
    krb5_ok(context,
            krb5_mk_req_extended(context, &auth, options, checksum ? &checked : NULL,
                                 service_ticket(context, service), &request),
            "AP-REQ");
    print_token(request.data, request.length);
    krb5_data answer = {.magic = 0, .length = (unsigned int)read_reply(), .data = (char *)reply};
    krb5_ok(context, krb5_rd_rep(context, auth, &answer, &part), "AP-REP");
}

static void gss_ok(OM_uint32 major, OM_uint32 minor, const char *what)
{
    OM_uint32 ignored;
    OM_uint32 more = 0;
    gss_buffer_desc text;
    if (!GSS_ERROR(major))
        return;
    gss_display_status(&ignored, major, GSS_C_GSS_CODE, GSS_C_NO_OID, &more, &text);
    fprintf(stderr, "%s: %.*s", what, (int)text.length, (char *)text.value);
    more = 0;
    gss_display_status(&ignored, minor, GSS_C_MECH_CODE, GSS_C_NO_OID, &more, &text);
    fprintf(stderr, ": %.*s\n", (int)text.length, (char *)text.value);
    exit(EXIT_FAILURE);
}

static void gss(const char *service, gss_OID mechanism)
{
    OM_uint32 minor;
    OM_uint32 flags = 0;
    gss_name_t name;
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    gss_buffer_desc text = {strlen(service), (void *)service};
    gss_buffer_desc in = GSS_C_EMPTY_BUFFER;
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 major = gss_import_name(&minor, &text, GSS_KRB5_NT_PRINCIPAL_NAME, &name);
    gss_ok(major, minor, "service");
    major = gss_init_sec_context(&minor, GSS_C_NO_CREDENTIAL, &context, name, mechanism,
                                 GSS_C_MUTUAL_FLAG, 0, GSS_C_NO_CHANNEL_BINDINGS, &in, NULL, &out,
                                 &flags, NULL);
    gss_ok(major, minor, "token");
    if (major != GSS_S_CONTINUE_NEEDED)
        refuse("the library wants no reply");
    print_token(out.value, out.length);

    in.length = read_reply();
    in.value = reply;
    major = gss_init_sec_context(&minor, GSS_C_NO_CREDENTIAL, &context, name, mechanism,
                                 GSS_C_MUTUAL_FLAG, 0, GSS_C_NO_CHANNEL_BINDINGS, &in, NULL, &out,
                                 &flags, NULL);
    gss_ok(major, minor, "reply");
    if (major != GSS_S_COMPLETE || out.length != 0)
        refuse("the reply does not establish the context");
    if (!(flags & GSS_C_MUTUAL_FLAG))
        refuse("the service has not proved itself");
}

int main(int count, char **arguments)
{
    static gss_OID_desc spnego = {6, "\x2b\x06\x01\x05\x05\x02"};
    int subkey = 0;
    int checksum = 0;
    if (count < 3) {
        fprintf(stderr, "usage: %s raw|gss|spnego [subkey] [checksum] PRINCIPAL\n", arguments[0]);
        return USAGE;
    }
    for (int i = 2; i < count - 1; i++) {
        subkey |= strcmp(arguments[i], "subkey") == 0;
        checksum |= strcmp(arguments[i], "checksum") == 0;
    }
    const char *service = arguments[count - 1];
    if (strcmp(arguments[1], "raw") == 0)
        raw(service, subkey, checksum);
    else
        gss(service, strcmp(arguments[1], "spnego") == 0 ? &spnego : (gss_OID)gss_mech_krb5);
    return EXIT_SUCCESS;
}
