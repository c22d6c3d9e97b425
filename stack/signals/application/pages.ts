/** Whether the pages of vote and result can be loaded, as a probe inside the network finds them. */

import type { ComputedSample } from 'plainsight';
import { and, eq, max, min, not } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import {
  probe_duration_seconds,
  probe_http_duration_seconds,
  probe_http_status_code,
  probe_success,
} from '../../metrics/blackbox.ts';
import { signal } from '../../profiles.ts';

export const pageAnswers = signal({
  id: 'page-answers',
  name: 'Pages up or down',
  description:
    'Whether the pages of vote and result can be loaded from inside the network. A failed one cannot be opened by anybody: `docker compose up -d <service>`.',
  unit: probe_success.unit,
  labels: ['service'],
  query: ({ by }) => min(probe_success, { by }),
  thresholds: { below: { critical: 1 }, reason: '1 is answered, 0 is failed' },
  whenEmpty: 'no data',
});

export const probeDuration = signal({
  id: 'probe-duration',
  name: 'Time to load the page',
  description:
    'How long a probe of the page of vote and result takes, from inside the network; nothing is shown for a page that does not load. It asks neither Redis nor the database, so it stays fast while votes fail.',
  unit: unit.seconds,
  labels: ['service'],
  // A refused connection is fast: the time of a probe that failed is no time to load a page.
  query: ({ by }) => max(and(probe_duration_seconds, eq(probe_success, 1)), { by }),
  thresholds: { from: { warning: 0.5, critical: 2 } },
  whenEmpty: 'no data',
  sample: { between: [0.12, 0.24] },
});

/** In pictures: a part of the time that a page takes. */
const spentOn = (share: number): ComputedSample => ({ from: [probeDuration], as: (whole) => share * whole });

export const probePhases = signal({
  id: 'probe-phases',
  name: 'Time to load the page, by phase',
  description:
    'What the time of a probe was spent on: finding the address, connecting, waiting for the answer (processing), and reading it. Processing is the service itself; connecting is the network or a full queue of connections.',
  unit: unit.seconds,
  labels: ['service', 'phase'],
  query: ({ by }) => max(probe_http_duration_seconds.where({ phase: not('tls') }), { by }),
  whenEmpty: 'no data',
  sample: {
    between: [0, 0],
    of: {
      phase: { processing: spentOn(0.93), connect: spentOn(0.02), resolve: spentOn(0.02), transfer: spentOn(0.03) },
    },
  },
});

export const pageStatus = signal({
  id: 'page-status',
  name: 'HTTP status of the pages',
  description:
    'The HTTP status with which the pages of vote and result answer a probe: 200 is well, 0 is no answer at all, 500 and more is a failure of the service.',
  unit: unit.count('code'),
  labels: ['service'],
  query: ({ by }) => max(probe_http_status_code, { by }),
  whenEmpty: 'no data',
  sample: { between: [200, 200] },
});
