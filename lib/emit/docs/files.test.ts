import { expect, it } from 'vitest';
import { alert, group, smallModel } from '../../../test/support/small-model.ts';
import { docsFiles } from './files.ts';

it('has the index, the model, and the runbooks of the alerts that are there', () => {
  const runbooks = { QueueLong: '# Start a worker\n\n', NotInThisProfile: '# None' };
  const files = new Map(docsFiles(smallModel({ runbooks })));
  expect([...files.keys()]).toEqual(['README.md', 'index.html', 'model.json', 'runbooks/QueueLong.md']);
  expect(files.get('runbooks/QueueLong.md')).toBe('# Start a worker\n');
});

it('has no file for an alert without a runbook', () => {
  const files = new Map(docsFiles(smallModel({ groups: [group('queue', [{ ...alert, name: 'Unwritten' }])] })));
  expect([...files.keys()]).toEqual(['README.md', 'index.html', 'model.json']);
});
