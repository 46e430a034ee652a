/** One thing that a static check objects to, at a place that an editor can open. */
export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly message: string;
};

/** What a check found; `details` is the raw text of a tool that formats its own findings. */
export type CheckOutcome = {
  readonly findings: readonly Finding[];
  readonly details?: string;
  readonly note?: string;
};

/** A named static check; it returns its findings and never throws for a bad source. */
export type Check = {
  readonly name: string;
  readonly run: () => Promise<CheckOutcome>;
};

/** `file:line  message`, the form that terminals and editors turn into a link. */
export const describeFinding = ({ file, line, message }: Finding): string =>
  `${file}:${line}  ${message}`;
