/** Is the vote working, for everyone, right now? */
import { dashboard, objectiveLine, row } from 'plainsight';
import { pagesFast, votesFresh, votesTaken } from '../stack/objectives.ts';
import { serviceColours } from './colours.ts';
import { links } from './links.ts';

export default dashboard({
  uid: 'voting-app-overview',
  title: 'Voting app / Overview',
  description: 'Is the vote working, for everyone, right now?',
  tags: ['voting-app'],
  colours: { service: serviceColours },
  links: links('voting-app-overview'),
  rows: [row('Objectives', [objectiveLine(votesTaken), objectiveLine(pagesFast), objectiveLine(votesFresh)])],
});
