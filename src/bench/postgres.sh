#!/bin/bash
# A PostgreSQL of Debian's package in the temporary folder. Sourced, after common.sh.

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
[ -n "$programs" ] || fail "PostgreSQL is missing: apt-get install postgresql"
driver=$(ls "$here"/target/lib/postgresql-*.jar 2>/dev/null | head -1 || true)
[ -n "$driver" ] || fail "PostgreSQL's driver is missing: run mvn -pl src/bench -am package -DskipTests"

as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd "$work/postgres" && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_postgres() {
    postgres_port=$(free_port)
    url=jdbc:postgresql://127.0.0.1:$postgres_port/postgres
    chmod 755 "$work"
    mkdir "$work/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
    as_postgres "$programs/initdb" -D "$work/postgres/data" -U postgres -A trust -E UTF8 >/dev/null
    as_postgres "$programs/pg_ctl" -D "$work/postgres/data" -w -l "$work/postgres/log" \
        -o "-p $postgres_port -k $work/postgres -c listen_addresses=127.0.0.1" start >/dev/null
}

end_more() {
    if [ -f "$work/postgres/data/postmaster.pid" ]; then
        as_postgres "$programs/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null
    fi
}

# Runs a script of WildFly's command line on the copy of the server.
configure() { # script
    JBOSS_HOME=$work/wildfly "$work/wildfly/bin/jboss-cli.sh" --file="$1" \
        >"$work/configure.log" 2>&1 || fail "$1: $(cat "$work/configure.log")"
}
