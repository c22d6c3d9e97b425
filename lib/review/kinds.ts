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
  readonly why: string;
}

const KINDS_TABLE = {
  // Dangers.
  'alert-removed': { rank: 'danger', why: 'Nobody is told of it any longer.' },
  'alert-unrouted': { rank: 'danger', why: 'It fires, and nobody is told, or nobody who expects it.' },
  'routes-refused': {
    rank: 'danger',
    why: 'Alertmanager does not start with it; one that runs goes on with the routes it had.',
  },
  'alert-inhibited': { rank: 'danger', why: 'It fires, and another alert that always fires mutes it.' },
  'alert-severity-lowered': { rank: 'danger', why: 'What woke somebody may now wait until morning.' },
  'alert-threshold-loosened': { rank: 'danger', why: 'It fires later, or no longer at all, for the same fault.' },
  'alert-always-fires': { rank: 'danger', why: 'Without a comparison, every series that exists is a firing alert.' },
  'alert-never-fires': { rank: 'danger', why: 'No series can fulfil its expression.' },
  'matchers-not-the-same': {
    rank: 'danger',
    why: 'Several conditions were folded into one expression that does not stand for the same set of values.',
  },
  'expression-broken': {
    rank: 'danger',
    why: 'A server refuses it: a panel shows an error, and a file of rules is not loaded.',
  },
  'alert-fires-wider': {
    rank: 'danger',
    why: 'Without one of its filters it is about series that it was not meant for.',
  },
  'panel-empty': { rank: 'danger', why: 'What it reads is gone: it shows nothing.' },
  'recording-reads-nothing': { rank: 'danger', why: 'What it reads is gone, and everything that reads it is empty.' },
  'metric-removed': { rank: 'danger', why: 'Who reads it finds nothing, and an alert on it can no longer fire.' },
  'metric-renamed': { rank: 'danger', why: 'Queries go by the name: who reads the old one finds nothing.' },
  'metric-misread': { rank: 'danger', why: 'A rate of what may fall is wrong, and so is a count that never does.' },
  'metric-label-removed': { rank: 'danger', why: 'A filter by it finds nothing, and a split by it is one series.' },
  'unit-shifts': {
    rank: 'danger',
    why: 'A ratio from 0 to 1 and a percentage from 0 to 100 differ by a factor of 100 that the query does not have.',
  },
  'objective-weakened': { rank: 'danger', why: 'More may fail before anybody is told.' },
  'cost-grows': { rank: 'danger', why: 'Each evaluation reads many more series or samples than before.' },
  'link-broken': { rank: 'danger', why: 'A link leads to a dashboard or a panel that is no longer there.' },
  'job-removed': { rank: 'danger', why: 'Its series end, and with them what every panel and alert reads of it.' },
  'job-renamed': { rank: 'danger', why: 'A query that names the old job finds nothing.' },
  'job-drops': { rank: 'danger', why: 'Who reads what is left out finds nothing.' },
  'target-removed': { rank: 'danger', why: 'When it fails, nobody is told.' },
  'rules-not-loaded': { rank: 'danger', why: 'Rules of a file that is not named are not evaluated.' },
  'alertmanager-lost': { rank: 'danger', why: 'Alerts fire, and nobody is told of them there.' },
  'service-removed': { rank: 'danger', why: 'What it did, nobody does.' },
  'service-unpinned': { rank: 'danger', why: 'A new version runs without anybody having looked at it.' },
  'service-port-open': { rank: 'danger', why: 'Docker opens a published port past the firewall of the host.' },
  'service-may-more': { rank: 'danger', why: 'Whoever breaks into it has more of the host.' },
  'service-data-lost': { rank: 'danger', why: 'What it has stored so far is not there any longer.' },
  'collection-lost': { rank: 'danger', why: 'What is thrown away, refused or not read is nowhere to be found later.' },
  'collection-unmasked': { rank: 'danger', why: 'What nobody should read is stored as it was written.' },
  'retention-shortened': { rank: 'danger', why: 'What is older is deleted, and does not come back.' },
  'probe-weakened': { rank: 'danger', why: 'It succeeds where it failed, and nobody is told.' },
  'module-removed': { rank: 'danger', why: 'A probe that names it fails whatever it asks.' },
  'datasource-lost': { rank: 'danger', why: 'Panels and alerts ask a data source by its uid.' },
  'provisioning-lost': {
    rank: 'danger',
    why: 'Grafana removes dashboards that it no longer finds, or never loads them.',
  },
  'alert-untested': { rank: 'danger', why: 'It can break without anybody noticing.' },
  'file-unreadable': { rank: 'danger', why: 'A server that reads it refuses it, and nothing in it could be compared.' },
  // Alerts.
  'alert-added': { rank: 'alert', why: 'Somebody is told of something new.' },
  'alert-renamed': { rank: 'alert', why: 'Routes, silences and inhibitions go by the name.' },
  'alert-severity-raised': { rank: 'alert', why: 'Other people are told, or sooner.' },
  'alert-threshold-tightened': { rank: 'alert', why: 'It fires sooner for the same fault.' },
  'alert-threshold': { rank: 'alert', why: 'It fires for other values.' },
  'alert-for': { rank: 'alert', why: 'It tells sooner or later.' },
  'alert-keeps-firing': { rank: 'alert', why: 'It resolves sooner or later.' },
  'alert-expression': { rank: 'alert', why: 'It fires for something else.' },
  'alert-labels': { rank: 'alert', why: 'Routes, silences and inhibitions go by labels.' },
  'alert-text': { rank: 'alert', why: 'The notification says something else.' },
  'alert-link': { rank: 'alert', why: 'The notification leads elsewhere.' },
  'alert-group': {
    rank: 'alert',
    why: 'Rules of a group are evaluated one after the other, as often as the group says.',
  },
  'alert-route': { rank: 'alert', why: 'Other people are told of it.' },
  'alert-route-timing': { rank: 'alert', why: 'The same people are told, sooner, later, or with other alerts.' },
  'alert-test-weakened': { rank: 'alert', why: 'Less of it is proven than before.' },
  'alert-hours': { rank: 'alert', why: 'Routes are muted, or told of, in other hours.' },
  'receiver-changed': { rank: 'alert', why: 'What goes to it arrives elsewhere, or looks different.' },
  'inhibition-added': { rank: 'alert', why: 'While one alert fires, nobody is told of the other.' },
  'inhibition-removed': { rank: 'alert', why: 'One fault may be told several times.' },
  // Dashboards and panels.
  'dashboard-added': { rank: 'panel', why: 'It is new.' },
  'dashboard-removed': { rank: 'panel', why: 'It is gone.' },
  'dashboard-renamed': { rank: 'panel', why: 'Another title, the same dashboard.' },
  'dashboard-uid': { rank: 'panel', why: 'Links and bookmarks go by the uid.' },
  'dashboard-moved': { rank: 'panel', why: 'Another file, the same dashboard.' },
  'dashboard-settings': { rank: 'panel', why: 'What holds of the whole dashboard: its time, refresh, tags.' },
  'dashboard-links': { rank: 'panel', why: 'Where its head leads to.' },
  'dashboard-annotations': { rank: 'panel', why: 'Which events its panels mark.' },
  'row-added': { rank: 'panel', why: 'It is new.' },
  'row-removed': { rank: 'panel', why: 'It is gone.' },
  'row-renamed': { rank: 'panel', why: 'Another title, the same panels.' },
  'row-changed': { rank: 'panel', why: 'Its panels are hidden, shown or repeated in another way.' },
  'variable-added': { rank: 'panel', why: 'There is something more to choose.' },
  'variable-removed': { rank: 'panel', why: 'Links that set it have no effect any longer.' },
  'variable-default': { rank: 'panel', why: 'Whoever opens the dashboard first sees something else.' },
  'variable-changed': { rank: 'panel', why: 'It offers other values.' },
  'panel-added': { rank: 'panel', why: 'It is new.' },
  'panel-removed': { rank: 'panel', why: 'It is gone.' },
  'panel-split': { rank: 'panel', why: 'The same queries, on several panels.' },
  'panel-renamed': { rank: 'panel', why: 'Another title, the same panel.' },
  'panel-moved': { rank: 'panel', why: 'The same panel, elsewhere on the screen.' },
  'panel-resized': { rank: 'panel', why: 'The same panel, of another size.' },
  'panel-type': { rank: 'panel', why: 'The same queries, drawn differently.' },
  'panel-query': { rank: 'panel', why: 'It shows something else.' },
  'query-added': { rank: 'panel', why: 'It shows something more.' },
  'query-removed': { rank: 'panel', why: 'It shows something less.' },
  'panel-query-options': { rank: 'panel', why: 'The same expression, asked differently.' },
  'panel-datasource': { rank: 'panel', why: 'The same query, asked elsewhere.' },
  'panel-legend': { rank: 'panel', why: 'Its series have other names.' },
  'panel-unit': { rank: 'panel', why: 'The same number, read differently.' },
  'panel-thresholds': { rank: 'panel', why: 'It changes its colour at other values.' },
  'panel-mappings': { rank: 'panel', why: 'Other words or colours stand for its values.' },
  'panel-overrides': { rank: 'panel', why: 'Some of its series look different.' },
  'panel-transformations': { rank: 'panel', why: 'What the queries answer is changed before it is shown.' },
  'panel-links': { rank: 'panel', why: 'A click leads elsewhere.' },
  'panel-description': { rank: 'panel', why: 'What it says of itself.' },
  'panel-repeat': { rank: 'panel', why: 'It stands once for each value of a variable.' },
  'panel-options': { rank: 'panel', why: 'It is drawn differently.' },
  // Others.
  'recording-added': { rank: 'other', why: 'There is a new series.' },
  'recording-removed': { rank: 'other', why: 'A series ends; who read it is said on its own.' },
  'recording-renamed': { rank: 'other', why: 'A new series begins without a history, and the old one ends.' },
  'recording-expression': { rank: 'other', why: 'From now on its series says something else under the same name.' },
  'recording-labels': { rank: 'other', why: 'Its series has other labels from now on.' },
  'rule-group': {
    rank: 'other',
    why: 'Rules of a group are evaluated one after the other, as often as the group says.',
  },
  'objective-added': { rank: 'other', why: 'There is a new promise.' },
  'objective-removed': { rank: 'danger', why: 'A promise is no longer held to.' },
  'objective-changed': { rank: 'other', why: 'The promise is another one.' },
  'cost-changed': { rank: 'other', why: 'An evaluation reads more or fewer series or samples.' },
  'alertmanager-settings': { rank: 'other', why: 'What holds of all notifications: servers, templates, times.' },
  'metrics-of-other-jobs': {
    rank: 'other',
    why: 'Two exporters may have a metric of one name; `--job <name>` says which jobs a scrape is of.',
  },
  'metric-type': { rank: 'other', why: 'Functions such as rate() and delta() fit one type and not another.' },
  'metric-label-added': {
    rank: 'other',
    why: 'What is not summed has more series, and a pairing that does not name the label may fail.',
  },
  'job-added': { rank: 'other', why: 'There are new series.' },
  'job-interval': {
    rank: 'other',
    why: 'A rate needs at least two scrapes in its window, and four to bear a failed one.',
  },
  'job-relabelling': { rank: 'other', why: 'Queries, routes and silences go by labels.' },
  'job-settings': { rank: 'other', why: 'How its targets are asked.' },
  'target-added': { rank: 'other', why: 'There are new series.' },
  'target-moved': { rank: 'other', why: 'The same labels, from another address: the label instance changes.' },
  'target-labels': { rank: 'other', why: 'Queries, routes and silences go by labels.' },
  'scraping-settings': { rank: 'other', why: 'What holds of the whole server.' },
  'service-added': { rank: 'other', why: 'There is something more to run.' },
  'service-image': { rank: 'other', why: 'Another version may have other metrics: compare what both answer.' },
  'service-ports': { rank: 'other', why: 'Who may connect to it.' },
  'service-may-less': { rank: 'other', why: 'It works only if it never needed it.' },
  'service-mounts': { rank: 'other', why: 'Which files it sees.' },
  'service-settings': { rank: 'other', why: 'How it is started.' },
  'compose-settings': { rank: 'other', why: 'What holds of all services: networks, volumes, secrets.' },
  'server-settings': { rank: 'other', why: 'How Loki, Alloy, blackbox_exporter or Grafana works.' },
  'alert-tests-changed': { rank: 'other', why: 'Tests follow what they test.' },
  'all-new': { rank: 'other', why: 'There is nothing to compare with.' },
  'files-changed': { rank: 'other', why: 'Files that are not compared by what they mean.' },
  // Noise.
  'schema-version': { rank: 'noise', why: 'Grafana moves a dashboard to its newest format when it loads it.' },
  'plugin-version': { rank: 'noise', why: 'Grafana notes which version saved a panel; nobody reads it.' },
  'newer-defaults': {
    rank: 'noise',
    why: 'A newer version writes down an option that had the same value before without being written.',
  },
  'form-changed': { rank: 'noise', why: 'The same dashboard in another of Grafana’s formats.' },
  'panels-shifted': { rank: 'noise', why: 'Panels make room for another; their order stays.' },
  'ids-renumbered': { rank: 'noise', why: 'No link leads to a panel by its number.' },
  'expression-rewritten': { rank: 'noise', why: 'White space, brackets or order that mean the same.' },
  'rules-reordered': { rank: 'noise', why: 'None of them reads one that stands before it in its group.' },
  'rules-moved': { rank: 'noise', why: 'The same group, in another file.' },
  'routes-rewritten': { rank: 'noise', why: 'Every alert goes to the same receivers as before, in the same way.' },
  'file-rewritten': {
    rank: 'noise',
    why: 'White space, comments, the order of keys, or numbers that Grafana counts by itself.',
  },
  'metrics-unread': { rank: 'noise', why: 'Nothing here reads them, or sees the difference.' },
  'metrics-same': { rank: 'noise', why: 'Values differ from one moment to the next.' },
  'files-derived': {
    rank: 'noise',
    why: 'Made from the same definitions; what changed in those is told on its own.',
  },
} as const satisfies Readonly<Record<string, KindFacts>>;

/** The word of a kind, as reports, acknowledgements and the documentation have it. */
export type Kind = keyof typeof KINDS_TABLE;

/** All kinds. */
export const KINDS: Readonly<Record<Kind, KindFacts>> = Object.freeze(KINDS_TABLE);

/** The words of all kinds, the worst first. */
// Object.keys() knows the names as texts only.
export const KIND_NAMES = Object.freeze(Object.keys(KINDS_TABLE) as readonly Kind[]);
