/**
 * Whom Alertmanager tells, and how: change the addresses to your own. What is secret (the webhook of Slack, the password
 * of the mail server, the address of the heartbeat) lies in files that Alertmanager reads, and nowhere here.
 */
import { email, slack, webhook } from 'plainsight';

const channel = slack({ urlFile: '/run/secrets/slack_url', channel: '#voting-app' });
const mail = email({
  to: 'oncall@voting-app.example',
  from: 'alerts@voting-app.example',
  smarthost: 'mail.voting-app.example:587',
  username: 'alerts@voting-app.example',
  passwordFile: '/run/secrets/smtp_password',
});

/** A critical alert goes both ways: each of them may be what is broken. */
export const receivers = {
  oncall: [channel, mail],
  team: [channel],
  // Slack may be what is broken.
  mail: [mail],
  /** A service outside of this machine that calls when it hears nothing any more. */
  heartbeat: [webhook({ urlFile: '/run/secrets/heartbeat_url', sendResolved: false })],
} as const;

/** The hours of notifications: what is no page waits for them. */
export const times = {
  day: [{ from: '08:00', to: '20:00' }],
} as const;

/** Of these hours, and of the times in notifications. */
export const timeZone = 'UTC';
