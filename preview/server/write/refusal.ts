/** Why something cannot be written: a sentence for the person who asked. */
export interface Refusal {
  readonly refused: string;
}

/** Whether something was refused. */
export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
