/** Draws the sample: a keyed hash of the call, and the chance that the month still has for it. */
import { createHmac } from 'node:crypto';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import type { drawsSchema } from '@shared/contracts/http/recordings.ts';
import { localDateOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import {
  chanceOf,
  type Draw,
  expectedRestOf,
  isDrawn,
  unitOf,
} from '@shared/domain/recording/draw.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import type { RecordingHub } from './recording-hub.ts';
import type { Db } from './repository.ts';
import * as rules from './rules-repository.ts';

const zone = 'Europe/Paris';
const dayMs = 86_400_000;
/** Of Paris: 2026-11. */
const monthOf = (ms: number): string => {
  const { year, month } = localDateOf(ms, zone);
  return `${year}-${String(month).padStart(2, '0')}`;
};
const friday = 5;

/** Working days until the month ends, today included. */
const daysLeft = (nowMs: number): number => {
  const month = monthOf(nowMs);
  let days = 0;
  for (let ms = nowMs; monthOf(ms) === month; ms += dayMs)
    if (weekdayOf(localDateOf(ms, zone)) <= friday) days += 1;
  return days;
};

const keyOf = async (hub: RecordingHub, db: Db, month: string) => {
  const seal = await sealOf(hub.database.db, hub.random);
  const made = () => {
    const key = Buffer.from(hub.random(32));
    return { key, sealed: seal.seal(key.toString('hex')) };
  };
  const { sealed, fingerprint } = await rules.keyOf(db, month, made);
  return { key: Buffer.from(seal.open(sealed), 'hex'), fingerprint };
};

type Drawable = {
  readonly interactionId: string;
  readonly advisorId: string;
  readonly brandId: string;
  readonly perMonth: number;
};

/** Once for each call: asked again it is the same draw. */
export const drawCall = async (hub: RecordingHub, tx: Db, of: Drawable): Promise<Draw> => {
  const known = await rules.findDraw(tx, of.interactionId);
  if (known !== null) return known;
  const nowMs = hub.clock.now();
  const at = toInstant(nowMs);
  const month = monthOf(nowMs);
  const { key } = await keyOf(hub, tx, month);
  const unit = unitOf(createHmac('sha256', key).update(of.interactionId).digest('hex'));
  const usual = await rules.callsADay(tx, of.advisorId, at);
  const sample = {
    perMonth: of.perMonth,
    drawn: await rules.drawnInMonth(tx, of.advisorId, month),
    expectedRest: expectedRestOf(usual, daysLeft(nowMs)),
  };
  const draw = { ...sample, month, unit, chance: chanceOf(sample) };
  await rules.insertDraw(tx, { ...of, at }, draw);
  return draw;
};

/** Every draw of a month; its key once nobody can steer by it any more. */
export const drawsOfMonth = async (
  hub: RecordingHub,
  user: User,
  month: string,
): Promise<Result<z.input<typeof drawsSchema>>> => {
  const { db } = hub.database;
  const thisMonth = monthOf(hub.clock.now());
  if (month > thisMonth) return fail('not-found');
  const rows = await rules.drawsOf(db, month, user.brandIds);
  if (rows.length === 0) return fail('not-found');
  const { key, fingerprint } = await keyOf(hub, db, month);
  return succeed({
    month,
    fingerprint,
    key: month < thisMonth ? key.toString('hex') : null,
    draws: rows.map((row) => ({
      interactionId: row.interaction_id,
      advisorId: row.advisor_id,
      at: row.at,
      month: row.month,
      unit: row.unit,
      chance: row.chance,
      perMonth: row.per_month,
      drawn: row.drawn,
      expectedRest: row.expected_rest,
      isDrawn: isDrawn(row),
    })),
  });
};
