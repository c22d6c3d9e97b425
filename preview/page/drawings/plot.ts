/** uPlot's own type: the library is a part of Grafana's components and no package of ours. */
import type { TooltipPlugin2 } from '@grafana/ui';

export type Plot = Parameters<Parameters<typeof TooltipPlugin2>[0]['render']>[0];
