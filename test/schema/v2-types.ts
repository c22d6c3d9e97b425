/** What Grafana's own types say of a dashboard of schema v2: the source of `v2.schema.json`. */
import type { Spec } from '@grafana/schema/apis/dashboard.grafana.app/v2';

/** The resource as file provisioning reads it: of the metadata only the name, which is the uid. */
export interface DashboardResource {
  apiVersion: 'dashboard.grafana.app/v2';
  kind: 'Dashboard';
  metadata: { name: string };
  spec: Spec;
}
