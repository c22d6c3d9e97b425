/** Options with some of them decided. */
export type Said<Options, Keys extends keyof Options> = Options & Required<Pick<Options, Keys>>;
