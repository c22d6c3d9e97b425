/** What Grafana's components expect of the page around them; imported before any of them. */
declare global {
  interface Window {
    __grafana_public_path__: string;
    grafanaBootData: { readonly settings: object; readonly user: object };
  }
}

window.__grafana_public_path__ = '/public/';
window.grafanaBootData = { settings: {}, user: {} };

export {};
