/** Takes in a body of any length: while one chunk is being stored, the next is read and checked. */
import type { Readable } from 'node:stream';
import type { HubDependencies } from '@api/hub-app.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import { type IntakeAnswer, intakeLimits, type RefusedRow } from '@shared/contracts/http/intake.ts';
import type { Gate } from './gate.ts';
import { type LineLimits, readLines } from './lines.ts';
import { parseRow, type Row } from './parse-row.ts';
import { joined, takeIn } from './take-in.ts';

const limits: LineLimits = { ...intakeLimits, chunkRows: 1_000, chunkBytes: 2 * 1024 * 1024 };

type Intake = {
  readonly user: SignedIn;
  readonly body: Readable;
  readonly correlationId: string;
};

const isRow = (parsed: Row | RefusedRow): parsed is Row => 'interaction' in parsed;

/**
 * Chunks are stored one after the other, and never more at once than the gate lets through; a body
 * that comes faster waits in its socket.
 * @throws Refusal `payload-too-large`, or when the database is away; what was stored before stays.
 */
export const takeInBody = async (
  hub: HubDependencies,
  gate: Gate,
  { user, body, correlationId }: Intake,
): Promise<IntakeAnswer> => {
  let answer: IntakeAnswer = { taken: 0, duplicates: 0, refused: [] };
  let storing: Promise<void> = Promise.resolve();
  try {
    for await (const lines of readLines(body, limits)) {
      const parsed = lines.map((line) => parseRow(line, hub.clock.now()));
      const rows = parsed.filter(isRow);
      const refused = parsed.filter((one): one is RefusedRow => !isRow(one));
      answer = joined(answer, { taken: 0, duplicates: 0, refused });
      await storing;
      storing = gate.pass(async () => {
        const stored = await takeIn(hub, user, rows, correlationId);
        answer = joined(answer, stored);
      });
      // It is awaited one chunk later: a failure until then is not unhandled.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  return { ...answer, refused: [...answer.refused].sort((a, b) => a.line - b.line) };
};
