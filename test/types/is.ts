/** For the type tests, which are compiled and never run. */

/** Accepts a value of exactly the kind that `T` says; what is expected is known while the value's type is inferred. */
export declare function is<T>(value: T): void;
