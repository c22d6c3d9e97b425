/**
 * What vote, result and worker have to expose themselves, besides what exporters measure: everything that dashboards and
 * rules read of them. `dist/contract.md` is made of it, and `npm run contract` holds a service to it.
 */
import { contract } from 'plainsight';
import * as resultMetrics from '../metrics/result.ts';
import * as voteMetrics from '../metrics/vote.ts';
import * as workerMetrics from '../metrics/worker.ts';
import { result, vote, worker } from '../targets.ts';
import { dotnet } from './dotnet.ts';
import { flask } from './flask.ts';
import { node } from './node.ts';

export const contracts = [
  contract('vote', { target: vote, labels: { service: 'vote' }, metrics: voteMetrics, instructions: flask }),
  contract('result', { target: result, labels: { service: 'result' }, metrics: resultMetrics, instructions: node }),
  contract('worker', { target: worker, labels: { service: 'worker' }, metrics: workerMetrics, instructions: dotnet }),
];
