/** `plainsight comment` alone: bundled into one file for the job that may write, which installs nothing. */
import { commentCommand } from '../lib/cli/comment.ts';

await commentCommand({ name: 'review-comment', folder: process.cwd() }).parseAsync();
