/** Said without a stack trace: it is the reader's to mend, not the program's. */
export class Explained extends Error {
  override readonly name = 'Explained';
}
