/** The gate of a shift: what it knows of people, and where it keeps what it decides. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Result } from '@shared/kernel/result.ts';
import { LawGate } from '../law/law-gate.ts';
import type { Records } from './records.ts';
import type { ShiftDeps } from './shift-deps.ts';

type Shift = {
  readonly records: Records;
  readonly lineSettings: LineSettings | null;
  readonly record: (body: MutationBody, orderKey: string) => Promise<Result<null>>;
};

export const makeLawGate = ({ clock, newId, board }: ShiftDeps, shift: Shift): LawGate =>
  new LawGate({
    clock,
    newId,
    reference: () => board.get('reference'),
    training: () => shift.lineSettings?.training ?? false,
    bundle: (id) => shift.records.library.bundle(id),
    byPhone: (e164) => shift.records.library.byPhone(e164),
    callback: (id) => shift.records.library.callbacks().find((one) => one.id === id),
    record: (body, orderKey) => shift.record(body, orderKey),
    show: (refused) => board.set('refusedCall', refused),
  });
