/** What all groups of commands share: their surroundings, and the shift that must be on. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { CommandHandlers } from '../board/window-ports.ts';
import type { AudioDevices } from '../devices/audio-devices.ts';
import type { SoundTest } from '../devices/sound-test.ts';
import type { HelpDesk } from '../help/help-desk.ts';
import type { HelpMessages } from '../help/help-messages.ts';
import type { TeamHelp } from '../help/team-help.ts';
import type { AlertDesk } from '../lead/alert-desk.ts';
import type { LeadDesk } from '../lead/lead-desk.ts';
import type { PracticeDesk } from '../practice/practice-desk.ts';
import type { SessionDesk } from '../session/session-desk.ts';
import type { Shift } from '../shift/shift.ts';
import type { TrainingDesk } from '../training/training-desk.ts';

export type CommandDeps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly board: Board;
  readonly session: SessionDesk;
  readonly devices: AudioDevices;
  readonly hub: HubClient;
  readonly practice: PracticeDesk;
  readonly training: TrainingDesk;
  readonly soundTest: SoundTest;
  readonly lead: LeadDesk;
  readonly help: HelpDesk;
  readonly teamHelp: TeamHelp;
  readonly alerts: AlertDesk;
  readonly helpMessages: HelpMessages;
  readonly version: string;
};

export type Part<P extends string> = Pick<
  CommandHandlers,
  Extract<keyof CommandHandlers, `${P}.${string}`>
>;

export const done: Result<null> = succeed(null);

/** Runs with the shift that is on. */
export const withShift =
  (session: SessionDesk) =>
  <I, T>(run: (shift: Shift, input: I) => Promise<Result<T>> | Result<T>) =>
  (input: I): Promise<Result<T>> | Result<T> =>
    session.shift === null ? fail('sign-in-required') : run(session.shift, input);
