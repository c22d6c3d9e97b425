/** Where Prometheus sends alerts, and what notifications link to: change these to the addresses you publish. */
export const site = {
  grafana: 'http://localhost:3000',
  runbooks: 'http://localhost:3000/public/runbooks',
  alertmanager: 'alertmanager:9093',
} as const;
