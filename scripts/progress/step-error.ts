/** A step that failed in an expected way: what happened, and what the reader can do about it. */
export class StepError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(what);
    this.name = 'StepError';
    this.remedy = remedy;
  }
}
