/** The way from each dashboard to the others, keeping the time that is shown. */

const DASHBOARDS = [
  { title: 'Overview', uid: 'voting-app-overview' },
  { title: 'System', uid: 'voting-app-system' },
  { title: 'Application', uid: 'voting-app-application' },
  { title: 'Database', uid: 'voting-app-database' },
  { title: 'Logs', uid: 'voting-app-logs' },
  { title: 'Monitoring', uid: 'voting-app-monitoring' },
] as const;

type Uid = (typeof DASHBOARDS)[number]['uid'];

/** Links to every dashboard but `from`. */
export function links(from: Uid): readonly { readonly title: string; readonly to: { readonly dashboard: string } }[] {
  return DASHBOARDS.filter(({ uid }) => uid !== from).map(({ title, uid }) => ({ title, to: { dashboard: uid } }));
}

/** From a panel of services to what they wrote at that time: the chosen services and the time travel along. */
export const toLogs = [{ title: 'Logs of these services', to: { dashboard: 'voting-app-logs' } }] as const;
