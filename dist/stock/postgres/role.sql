\set ON_ERROR_STOP on
\set password `cat /run/secrets/postgres_exporter_password`
SELECT 'CREATE ROLE monitoring' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'monitoring') \gexec
ALTER ROLE monitoring LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 5 PASSWORD :'password';
ALTER ROLE monitoring SET statement_timeout = '5s';
GRANT pg_monitor TO monitoring;
