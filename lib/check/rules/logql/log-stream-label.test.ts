import { describeRule } from '../../../../test/support/rule-cases.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { logql, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logStreamLabel } from './log-stream-label.ts';

const { deployment } = deployed({
  logCollection: {
    docker: 'tcp://docker-proxy:2375',
    push: 'http://loki:3100/loki/api/v1/push',
    project: 'shop',
    refresh: '15s',
    masks: [],
    level: 'info',
    levels: [],
    measured: [],
    idle: '7d',
  },
});
const asked = (query: string) => ({ ...withLogPanel(logql(query)), ...(deployment && { deployment }) });

describeRule(logStreamLabel, {
  example: asked('rate({project="shop", srvice="shop"}[5m])'),
  allows: [
    ['labels that Alloy sets', asked('rate({project="shop", service=~"shop|store", level="error"}[5m])')],
    ['any label where others ship the lines', withLogPanel(logql('rate({namespace="shop"}[5m])'))],
  ],
  finds: [
    [
      'a label of another shipper',
      asked('rate({namespace="shop"}[5m])'),
      {
        found: 'streams chosen by the label namespace, which nobody sets',
        remedy: 'filter what is read from the lines',
      },
    ],
  ],
});
