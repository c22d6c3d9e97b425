/**
 * Whom Alertmanager tells, and how. There is no place for a secret: addresses that are one, and passwords, are read by
 * Alertmanager itself from files.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings
 */

/** Where Alertmanager finds a file with a secret in it: `/run/secrets/slack_url`. */
export type SecretFile = `/${string}`;

/** An incoming webhook of Slack. */
export interface Slack {
  readonly kind: 'slack';
  /** The file with the webhook's address, which is a secret. */
  readonly urlFile: SecretFile;
  /** Left out, the channel that the webhook was made for. */
  readonly channel?: string;
}

/** Mail. */
export interface Email {
  readonly kind: 'email';
  readonly to: string;
  readonly from: string;
  /** The mail server: `mail.example.org:587`. */
  readonly smarthost: `${string}:${number}`;
  readonly username?: string;
  readonly passwordFile?: SecretFile;
}

/** A request with the alerts as JSON. */
export interface Webhook {
  readonly kind: 'webhook';
  /** The file with the address: whoever knows it can speak in our name. */
  readonly urlFile: SecretFile;
  /** Whether it is told that an alert has ended. */
  readonly sendResolved: boolean;
}

/** One way to tell somebody. */
export type Integration = Slack | Email | Webhook;

/** All that a receiver is told by: at least one way. */
export type Receiver = readonly [Integration, ...Integration[]];

/**
 * Tells a channel of Slack.
 *
 * @example slack({ urlFile: '/run/secrets/slack_url' }).kind // 'slack'
 */
export function slack(input: Omit<Slack, 'kind'>): Slack {
  return Object.freeze({ kind: 'slack', ...input });
}

type Login =
  | { readonly username: string; readonly passwordFile: SecretFile }
  | { readonly username?: never; readonly passwordFile?: never };

/**
 * Tells an address of mail.
 *
 * @example email({ to: 'oncall@shop.example', from: 'alerts@shop.example', smarthost: 'mail.shop.example:587' }).to
 * // 'oncall@shop.example'
 */
export function email(input: Pick<Email, 'to' | 'from' | 'smarthost'> & Login): Email {
  const { to, from, smarthost, username, passwordFile } = input;
  const login = username === undefined ? {} : { username, passwordFile };
  return Object.freeze({ kind: 'email', to, from, smarthost, ...login });
}

/**
 * Tells whatever listens at an address.
 *
 * @param input.sendResolved whether it is told that an alert has ended; it is, unless told.
 * @example webhook({ urlFile: '/run/secrets/heartbeat_url', sendResolved: false }).sendResolved // false
 */
export function webhook(input: { readonly urlFile: SecretFile; readonly sendResolved?: boolean }): Webhook {
  const { urlFile, sendResolved = true } = input;
  return Object.freeze({ kind: 'webhook', urlFile, sendResolved });
}
