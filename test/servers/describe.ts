/** Tests that run the whole stack. */
import { describeUnless } from '../support/servers.ts';
import { missing } from './needs.ts';

/** A `describe` that is skipped, with a line that says why, where a server is missing. */
export function describeWithStack(title: string, body: () => void): void {
  describeUnless(missing(), title, body);
}
