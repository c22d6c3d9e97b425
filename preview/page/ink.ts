/** A theme's colours for drawings. Grafana's type leaves each of them open; the theme itself has them all. */
import type { GrafanaTheme2 } from '@grafana/data';

export function ink({ colors }: GrafanaTheme2) {
  return {
    text: colors.text?.primary ?? 'currentColor',
    faint: colors.text?.secondary ?? 'currentColor',
    line: colors.border?.weak ?? 'currentColor',
    empty: colors.background?.secondary ?? 'none',
    page: colors.background?.primary ?? 'none',
  };
}
