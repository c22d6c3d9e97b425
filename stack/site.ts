/** Where people find Grafana and the runbooks: what notifications link to. Change these to the addresses you publish. */
export const site = {
  grafana: 'http://localhost:3000',
  runbooks: 'http://localhost:3000/public/runbooks',
} as const;
