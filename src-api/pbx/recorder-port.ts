/**
 * What recording needs of a switch: to find the customer's leg of a call, to tell her, and to record that
 * leg alone, each side in a file of its own. The leg stays the same when an advisor hands the call over
 * or her program dies and takes it back; hers does not.
 */

export type CallAtSwitch = {
  /** The advisor's line. */
  readonly extension: string;
  /** The switch's own id of the call, where the desktop was told it. */
  readonly callUid: string | null;
  readonly number: string | null;
};

export type RecorderListener = {
  /** The customer's leg is no more. */
  readonly ended: (leg: string) => void;
  /** After each start of the connection: what ended meanwhile was not heard. */
  readonly back: () => void;
};

export const sides = ['customer', 'advisor'] as const;
export type Side = (typeof sides)[number];

/** Where the file of one side lies below the folder of the switch's recordings. */
export const fileOf = (recordingId: string, side: Side): string =>
  `parlance/${recordingId}-${side}.wav`;

/** @throws RefusedBySwitch, or when the switch does not answer, for each that orders something. */
export type RecorderPort = {
  readonly state: () => 'ready' | 'away';
  /** Null: the line is in no such call. */
  readonly findLeg: (call: CallAtSwitch) => Promise<string | null>;
  /** Says to both that the call is recorded. Resolves when it has been said. */
  readonly announce: (leg: string, recordingId: string) => Promise<void>;
  readonly start: (leg: string, recordingId: string) => Promise<void>;
  /** Silence goes on in the files, so that both sides and the times stay together. */
  readonly pause: (leg: string) => Promise<void>;
  readonly resume: (leg: string) => Promise<void>;
  readonly stop: (leg: string, recordingId: string) => Promise<void>;
  /** Of these legs, those that live. */
  readonly liveLegs: () => Promise<ReadonlySet<string>>;
  readonly listen: (listener: RecorderListener) => void;
  readonly close: () => Promise<void>;
};
