/**
 * The kinds of findings: how a reviewer should take each, and why. A finding is of the worst rank that its kind ever
 * has: danger is what somebody should look at before anything else, and it is never folded away.
 */

/** From what has to be looked at to what needs no look. */
export const RANKS = ['danger', 'alert', 'panel', 'other', 'noise'] as const;
export type Rank = (typeof RANKS)[number];

/** What a kind of finding is. */
export interface KindFacts {
  readonly rank: Rank;
  /** Why it is said, or why it is noise: one sentence. */
  readonly reason: string;
}

const KINDS_TABLE = {
  // Dangers.
  'alert-removed': { rank: 'danger', reason: 'Nobody is told of it any longer.' },
  'alert-unrouted': { rank: 'danger', reason: 'It fires, and nobody is told, or nobody who expects it.' },
  'routes-refused': {
    rank: 'danger',
    reason: 'Alertmanager does not start with it; one that runs goes on with the routes it had.',
  },
  'alert-inhibited': { rank: 'danger', reason: 'It fires, and another alert that always fires mutes it.' },
  'alert-severity-lowered': { rank: 'danger', reason: 'What woke somebody may now wait until morning.' },
  'alert-threshold-loosened': { rank: 'danger', reason: 'It fires later, or no longer at all, for the same fault.' },
  'alert-always-fires': { rank: 'danger', reason: 'Without a comparison, every series that exists is a firing alert.' },
  'alert-never-fires': { rank: 'danger', reason: 'No series can fulfil its expression.' },
  'matchers-not-the-same': {
    rank: 'danger',
    reason: 'Several conditions were folded into one expression that does not stand for the same set of values.',
  },
  'expression-broken': {
    rank: 'danger',
    reason: 'A server refuses it: a panel shows an error, and a file of rules is not loaded.',
  },
  'alert-fires-wider': {
    rank: 'danger',
    reason: 'Without one of its filters it is about series that it was not meant for.',
  },
  'panel-empty': { rank: 'danger', reason: 'What it reads is gone: it shows nothing.' },
  'recording-reads-nothing': {
    rank: 'danger',
    reason: 'What it reads is gone, and everything that reads it is empty.',
  },
  'metric-removed': { rank: 'danger', reason: 'Who reads it finds nothing, and an alert on it can no longer fire.' },
  'metric-renamed': { rank: 'danger', reason: 'Queries go by the name: who reads the old one finds nothing.' },
  'metric-misread': { rank: 'danger', reason: 'A rate of what may fall is wrong, and so is a count that never does.' },
  'metric-label-removed': { rank: 'danger', reason: 'A filter by it finds nothing, and a split by it is one series.' },
  'unit-shifts': {
    rank: 'danger',
    reason:
      'A ratio from 0 to 1 and a percentage from 0 to 100 differ by a factor of 100 that the query does not have.',
  },
  'objective-weakened': { rank: 'danger', reason: 'More may fail before anybody is told.' },
  'cost-grows': { rank: 'danger', reason: 'Each evaluation reads many more series or samples than before.' },
  'link-broken': { rank: 'danger', reason: 'A link leads to a dashboard or a panel that is no longer there.' },
  'job-removed': { rank: 'danger', reason: 'Its series end, and with them what every panel and alert reads of it.' },
  'job-renamed': { rank: 'danger', reason: 'A query that names the old job finds nothing.' },
  'job-drops': { rank: 'danger', reason: 'Who reads what is left out finds nothing.' },
  'target-removed': { rank: 'danger', reason: 'When it fails, nobody is told.' },
  'rules-not-loaded': { rank: 'danger', reason: 'Rules of a file that is not named are not evaluated.' },
  'alertmanager-lost': { rank: 'danger', reason: 'Alerts fire, and nobody is told of them there.' },
  'service-removed': { rank: 'danger', reason: 'What it did, nobody does.' },
  'service-unpinned': { rank: 'danger', reason: 'A new version runs without anybody having looked at it.' },
  'service-port-open': { rank: 'danger', reason: 'Docker opens a published port past the firewall of the host.' },
  'service-may-more': { rank: 'danger', reason: 'Whoever breaks into it has more of the host.' },
  'service-data-lost': { rank: 'danger', reason: 'What it has stored so far is not there any longer.' },
  'collection-lost': {
    rank: 'danger',
    reason: 'What is thrown away, refused or not read is nowhere to be found later.',
  },
  'collection-unmasked': { rank: 'danger', reason: 'What nobody should read is stored as it was written.' },
  'retention-shortened': { rank: 'danger', reason: 'What is older is deleted, and does not come back.' },
  'probe-weakened': { rank: 'danger', reason: 'It succeeds where it failed, and nobody is told.' },
  'module-removed': { rank: 'danger', reason: 'A probe that names it fails whatever it asks.' },
  'datasource-lost': { rank: 'danger', reason: 'Panels and alerts ask a data source by its uid.' },
  'provisioning-lost': {
    rank: 'danger',
    reason: 'Grafana removes dashboards that it no longer finds, or never loads them.',
  },
  'alert-untested': { rank: 'danger', reason: 'It can break without anybody noticing.' },
  'file-unreadable': {
    rank: 'danger',
    reason: 'A server that reads it refuses it, and nothing in it could be compared.',
  },
  // Alerts.
  'alert-added': { rank: 'alert', reason: 'Somebody is told of something new.' },
  'alert-renamed': { rank: 'alert', reason: 'Routes, silences and inhibitions go by the name.' },
  'alert-severity-raised': { rank: 'alert', reason: 'Other people are told, or sooner.' },
  'alert-threshold-tightened': { rank: 'alert', reason: 'It fires sooner for the same fault.' },
  'alert-threshold': { rank: 'alert', reason: 'It fires for other values.' },
  'alert-for': { rank: 'alert', reason: 'It tells sooner or later.' },
  'alert-keeps-firing': { rank: 'alert', reason: 'It resolves sooner or later.' },
  'alert-expression': { rank: 'alert', reason: 'It fires for something else.' },
  'alert-labels': { rank: 'alert', reason: 'Routes, silences and inhibitions go by labels.' },
  'alert-text': { rank: 'alert', reason: 'The notification says something else.' },
  'alert-link': { rank: 'alert', reason: 'The notification leads elsewhere.' },
  'alert-group': {
    rank: 'alert',
    reason: 'Rules of a group are evaluated one after the other, as often as the group says.',
  },
  'alert-route': { rank: 'alert', reason: 'Other people are told of it.' },
  'alert-route-timing': { rank: 'alert', reason: 'The same people are told, sooner, later, or with other alerts.' },
  'alert-test-weakened': { rank: 'alert', reason: 'Less of it is proven than before.' },
  'alert-hours': { rank: 'alert', reason: 'Routes are muted, or told of, in other hours.' },
  'receiver-changed': { rank: 'alert', reason: 'What goes to it arrives elsewhere, or looks different.' },
  'inhibition-added': { rank: 'alert', reason: 'While one alert fires, nobody is told of the other.' },
  'inhibition-removed': { rank: 'alert', reason: 'One fault may be told several times.' },
  // Dashboards and panels.
  'dashboard-added': { rank: 'panel', reason: 'It is new.' },
  'dashboard-removed': { rank: 'panel', reason: 'It is gone.' },
  'dashboard-renamed': { rank: 'panel', reason: 'Another title, the same dashboard.' },
  'dashboard-uid': { rank: 'panel', reason: 'Links and bookmarks go by the uid.' },
  'dashboard-moved': { rank: 'panel', reason: 'Another file, the same dashboard.' },
  'dashboard-settings': { rank: 'panel', reason: 'What holds of the whole dashboard: its time, refresh, tags.' },
  'dashboard-links': { rank: 'panel', reason: 'Where its head leads to.' },
  'dashboard-annotations': { rank: 'panel', reason: 'Which events its panels mark.' },
  'row-added': { rank: 'panel', reason: 'It is new.' },
  'row-removed': { rank: 'panel', reason: 'It is gone.' },
  'row-renamed': { rank: 'panel', reason: 'Another title, the same panels.' },
  'row-changed': { rank: 'panel', reason: 'Its panels are hidden, shown or repeated in another way.' },
  'variable-added': { rank: 'panel', reason: 'There is something more to choose.' },
  'variable-removed': { rank: 'panel', reason: 'Links that set it have no effect any longer.' },
  'variable-default': { rank: 'panel', reason: 'Whoever opens the dashboard first sees something else.' },
  'variable-changed': { rank: 'panel', reason: 'It offers other values.' },
  'panel-added': { rank: 'panel', reason: 'It is new.' },
  'panel-removed': { rank: 'panel', reason: 'It is gone.' },
  'panel-split': { rank: 'panel', reason: 'The same queries, on several panels.' },
  'panel-renamed': { rank: 'panel', reason: 'Another title, the same panel.' },
  'panel-moved': { rank: 'panel', reason: 'The same panel, elsewhere on the screen.' },
  'panel-resized': { rank: 'panel', reason: 'The same panel, of another size.' },
  'panel-type': { rank: 'panel', reason: 'The same queries, drawn differently.' },
  'panel-query': { rank: 'panel', reason: 'It shows something else.' },
  'query-added': { rank: 'panel', reason: 'It shows something more.' },
  'query-removed': { rank: 'panel', reason: 'It shows something less.' },
  'panel-query-options': { rank: 'panel', reason: 'The same expression, asked differently.' },
  'panel-datasource': { rank: 'panel', reason: 'The same query, asked elsewhere.' },
  'panel-legend': { rank: 'panel', reason: 'Its series have other names.' },
  'panel-unit': { rank: 'panel', reason: 'The same number, read differently.' },
  'panel-thresholds': { rank: 'panel', reason: 'It changes its colour at other values.' },
  'panel-mappings': { rank: 'panel', reason: 'Other words or colours stand for its values.' },
  'panel-overrides': { rank: 'panel', reason: 'Some of its series look different.' },
  'panel-transformations': { rank: 'panel', reason: 'What the queries answer is changed before it is shown.' },
  'panel-links': { rank: 'panel', reason: 'A click leads elsewhere.' },
  'panel-description': { rank: 'panel', reason: 'What it says of itself.' },
  'panel-repeat': { rank: 'panel', reason: 'It stands once for each value of a variable.' },
  'panel-options': { rank: 'panel', reason: 'It is drawn differently.' },
  // Others.
  'recording-added': { rank: 'other', reason: 'There is a new series.' },
  'recording-removed': { rank: 'other', reason: 'A series ends; who read it is said on its own.' },
  'recording-renamed': { rank: 'other', reason: 'A new series begins without a history, and the old one ends.' },
  'recording-expression': { rank: 'other', reason: 'From now on its series says something else under the same name.' },
  'recording-labels': { rank: 'other', reason: 'Its series has other labels from now on.' },
  'rule-group': {
    rank: 'other',
    reason: 'Rules of a group are evaluated one after the other, as often as the group says.',
  },
  'objective-added': { rank: 'other', reason: 'There is a new promise.' },
  'objective-removed': { rank: 'danger', reason: 'A promise is no longer held to.' },
  'objective-changed': { rank: 'other', reason: 'The promise is another one.' },
  'cost-changed': { rank: 'other', reason: 'An evaluation reads more or fewer series or samples.' },
  'alertmanager-settings': { rank: 'other', reason: 'What holds of all notifications: servers, templates, times.' },
  'metrics-of-other-jobs': {
    rank: 'other',
    reason: 'Two exporters may have a metric of one name; `--job <name>` says which jobs a scrape is of.',
  },
  'metric-type': { rank: 'other', reason: 'Functions such as rate() and delta() fit one type and not another.' },
  'metric-label-added': {
    rank: 'other',
    reason: 'What is not summed has more series, and a pairing that does not name the label may fail.',
  },
  'job-added': { rank: 'other', reason: 'There are new series.' },
  'job-interval': {
    rank: 'other',
    reason: 'A rate needs at least two scrapes in its window, and four to bear a failed one.',
  },
  'job-relabelling': { rank: 'other', reason: 'Queries, routes and silences go by labels.' },
  'job-settings': { rank: 'other', reason: 'How its targets are asked.' },
  'target-added': { rank: 'other', reason: 'There are new series.' },
  'target-moved': { rank: 'other', reason: 'The same labels, from another address: the label instance changes.' },
  'target-labels': { rank: 'other', reason: 'Queries, routes and silences go by labels.' },
  'scraping-settings': { rank: 'other', reason: 'What holds of the whole server.' },
  'service-added': { rank: 'other', reason: 'There is something more to run.' },
  'service-image': { rank: 'other', reason: 'Another version may have other metrics: compare what both answer.' },
  'service-ports': { rank: 'other', reason: 'Who may connect to it.' },
  'service-may-less': { rank: 'other', reason: 'It works only if it never needed it.' },
  'service-mounts': { rank: 'other', reason: 'Which files it sees.' },
  'service-settings': { rank: 'other', reason: 'How it is started.' },
  'compose-settings': { rank: 'other', reason: 'What holds of all services: networks, volumes, secrets.' },
  'server-settings': { rank: 'other', reason: 'How Loki, Alloy, blackbox_exporter or Grafana works.' },
  'alert-tests-changed': { rank: 'other', reason: 'Tests follow what they test.' },
  'all-new': { rank: 'other', reason: 'There is nothing to compare with.' },
  'files-changed': { rank: 'other', reason: 'Files that are not compared by what they mean.' },
  // Noise.
  'schema-version': { rank: 'noise', reason: 'Grafana moves a dashboard to its newest format when it loads it.' },
  'plugin-version': { rank: 'noise', reason: 'Grafana notes which version saved a panel; nobody reads it.' },
  'newer-defaults': {
    rank: 'noise',
    reason: 'A newer version writes down an option that had the same value before without being written.',
  },
  'form-changed': { rank: 'noise', reason: 'The same dashboard in another of Grafana’s formats.' },
  'panels-shifted': { rank: 'noise', reason: 'Panels make room for another; their order stays.' },
  'ids-renumbered': { rank: 'noise', reason: 'No link leads to a panel by its number.' },
  'expression-rewritten': { rank: 'noise', reason: 'White space, brackets or order that mean the same.' },
  'rules-reordered': { rank: 'noise', reason: 'None of them reads one that stands before it in its group.' },
  'rules-moved': { rank: 'noise', reason: 'The same group, in another file.' },
  'routes-rewritten': { rank: 'noise', reason: 'Every alert goes to the same receivers as before, in the same way.' },
  'file-rewritten': {
    rank: 'noise',
    reason: 'White space, comments, the order of keys, or numbers that Grafana counts by itself.',
  },
  'metrics-unread': { rank: 'noise', reason: 'Nothing here reads them, or sees the difference.' },
  'metrics-same': { rank: 'noise', reason: 'Values differ from one moment to the next.' },
  'files-derived': {
    rank: 'noise',
    reason: 'Made from the same definitions; what changed in those is told on its own.',
  },
} as const satisfies Readonly<Record<string, KindFacts>>;

/** The word of a kind, as reports, acknowledgements and the documentation have it. */
export type Kind = keyof typeof KINDS_TABLE;

/** All kinds. */
export const KINDS: Readonly<Record<Kind, KindFacts>> = Object.freeze(KINDS_TABLE);

/** The words of all kinds, the worst first. */
// Object.keys() knows the names as texts only.
export const KIND_NAMES = Object.freeze(Object.keys(KINDS_TABLE) as readonly Kind[]);
