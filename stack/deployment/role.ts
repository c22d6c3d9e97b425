/**
 * The role that postgres_exporter reads with. The database's volume is older than the monitoring, so no script of its
 * first start can make the role: a container does, that runs once before the exporter and may run again.
 */

/** What psql runs. The password comes out of the secret's file, and stands neither here nor in an environment. */
export const roleScript = `\\set ON_ERROR_STOP on
\\set password \`cat /run/secrets/postgres_exporter_password\`
SELECT 'CREATE ROLE monitoring' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'monitoring') \\gexec
ALTER ROLE monitoring LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 5 PASSWORD :'password';
ALTER ROLE monitoring SET statement_timeout = '5s';
GRANT pg_monitor TO monitoring;
`;

/**
 * How the container runs it: as the database's own superuser, whose password is a secret too. The database belongs to
 * another project, so no order of starting is promised: it is waited for, two minutes long.
 */
export const roleCommand = [
  'for try in $(seq 60); do pg_isready --quiet --host=db && break; sleep 2; done',
  'PGPASSWORD="$(cat /run/secrets/postgres_admin_password)" exec psql --no-psqlrc --quiet --host=db --username=postgres --dbname=postgres --file=/etc/monitoring/role.sql',
].join('\n');
