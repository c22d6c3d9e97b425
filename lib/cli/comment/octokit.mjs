/**
 * Octokit with what waits for limits, tries again, and reads page after page. It is JavaScript for the compiler's sake:
 * octokit.d.mts says what is asked of it, and Octokit's own types, GitHub's whole API on 260,000 lines, are left alone.
 */
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';

export const Client = Octokit.plugin(paginateRest, retry, throttling);
