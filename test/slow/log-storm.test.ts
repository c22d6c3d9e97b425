/** The fault that writes thousands of lines: its process, which reads them all, has no other stack to look after. */
import { faults } from '../servers/faults/index.ts';
import { describeFaults } from './trying-faults.ts';

describeFaults(
  'a fault in the log',
  faults.filter(({ name }) => name === 'log-storm'),
);
