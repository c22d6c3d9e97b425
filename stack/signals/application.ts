/**
 * The path of a vote: accepted by `vote`, queued in Redis, taken by the worker, stored in PostgreSQL; and the requests
 * that people make.
 *
 * Without metrics of their own, the services are measured by what they leave behind: every accepted vote is one RPUSH,
 * every vote that is taken one LPOP, every stored vote one row.
 */

export {
  fastRequests,
  latencyDistributionOfResult,
  latencyDistributionOfVote,
  latencyMedian,
  latencyP95,
  latencyP99,
  slowRequests,
} from './application/latency.ts';
export { lossAllowance, votesLost } from './application/loss.ts';
export { pageAnswers, pageStatus, probeDuration, probePhases } from './application/pages.ts';
export { failedRequests, failedVotes, requestErrors, requests, voteErrors } from './application/requests.ts';
export {
  queueLength,
  resultPolls,
  votesAccepted,
  votesChanged,
  votesDone,
  votesQueued,
  votesStored,
} from './application/votes.ts';
export { processingTime, queueWait, workerErrors, workerPolls, workerSaturation } from './application/worker.ts';
