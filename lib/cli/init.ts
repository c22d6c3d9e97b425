import type { Command } from 'commander';
import { commandNamed, doing, type Invocation } from './run.ts';
export function initCommand(invocation: Invocation): Command {
  return doing(commandNamed(invocation), async () => 0);
}
