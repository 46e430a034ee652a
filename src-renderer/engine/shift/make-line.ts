/** The line of a shift: her own, the environment's, or the training line while she trains. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { ShiftDeps } from './shift-deps.ts';
import { ShiftLine } from './shift-line.ts';
import type { TrainingStay } from './training-stay.ts';

export const lineOf = ({ ownLine, tokens }: ShiftDeps): LineSettings | null =>
  ownLine ?? tokens.session.line;

export const makeLine = (deps: ShiftDeps, stay: TrainingStay): ShiftLine =>
  new ShiftLine({
    devices: deps.devices,
    processing: deps.processing,
    settings: () => stay.line ?? lineOf(deps),
    renewSettings: () => {
      if (deps.ownLine === null) void deps.tokens.access(true);
    },
  });
