/**
 * Every fault, made on a stack of its own: people are told of it, in words that name it, of nothing else, and of its end.
 * `npm run test:faults`; with UPDATE_FAULTS=1 it keeps what it measured, and writes docs/faults.md.
 */
import { faults } from '../servers/faults/index.ts';
import { describeFaults } from './trying-faults.ts';

// A storm of lines keeps its process busy for seconds, in which nothing of the others is taken down: it has its own.
describeFaults(
  'a fault',
  faults.filter(({ name }) => name !== 'log-storm'),
);
