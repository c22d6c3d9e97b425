/** A rule of `lib/check` that does not apply to one definition, with the reason. An excuse that excuses nothing is a problem. */
export interface Excuse {
  readonly rule: string;
  readonly reason: string;
}
