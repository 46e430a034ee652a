/** Other calendars of a representative fill his diary: a file once, an address again and again. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import type { DiarySource, NewDiarySource, ReadSource } from '@shared/contracts/http/diaries.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type AskCalendar, addressProblem } from './calendar/ask-calendar.ts';
import { readCalDav } from './calendar/caldav.ts';
import { type Fetched, fetchCalendar } from './calendar/fetch-calendar.ts';
import { readCalendar } from './calendar/read-calendar.ts';
import { findRepresentative } from './representatives-repository.ts';
import {
  deleteSource,
  findSources,
  forgetLeaving,
  insertSource,
  keepReading,
  letSourceLeave,
  type SourceToRead,
  takeSource,
} from './sources-repository.ts';

export type SourcesHub = Pick<HubDependencies, 'database' | 'clock' | 'random'>;
type Db = HubDependencies['database']['db'];
type Who = { readonly user: User; readonly actor: Actor };
type Of = { readonly representativeId: string };

const dayMs = 86_400_000;

/** What is written of problems; the first ones tell enough. */
const told = (problems: readonly string[]): string | null =>
  problems.length === 0 ? null : problems.slice(0, 5).join('; ').slice(0, 1000);

const periodAt = (nowMs: number) => ({ fromMs: nowMs - 30 * dayMs, toMs: nowMs + 400 * dayMs });

const keepTexts = async (
  hub: SourcesHub,
  tx: Db,
  source: { readonly id: string; readonly representativeId: string; readonly zone: string },
  texts: readonly string[],
): Promise<readonly string[]> => {
  const nowMs = hub.clock.now();
  const read = texts.map((text) => readCalendar(text, periodAt(nowMs), source.zone));
  const busy = read.flatMap((one) => one.busy);
  const problems = read.flatMap((one) => one.problems);
  const events = read.reduce((sum, one) => sum + one.events, 0);
  // Our own appointments come back by the calendars that subscribe to them.
  const others = busy.filter(({ uid }) => !uid.endsWith('@parlance'));
  const reading = events === 0 && problems.length > 0 ? null : { busy: others, events };
  await keepReading(tx, source, { at: toInstant(nowMs), problem: told(problems), reading });
  return problems;
};

const readOne = async (
  hub: SourcesHub,
  tx: Db,
  ask: AskCalendar,
  source: SourceToRead,
): Promise<readonly string[]> => {
  const { kind, address, userName, secret, representativeId } = source;
  const seal = secret === null ? null : await sealOf(hub.database.db, hub.random);
  const password = seal === null || secret === null ? null : seal.open(secret);
  const as = userName === null || password === null ? null : { userName, password };
  const fetched: Fetched =
    kind === 'caldav' && as !== null
      ? await readCalDav(ask, { address, as }, periodAt(hub.clock.now()))
      : await fetchCalendar(ask, address, as);
  const at = toInstant(hub.clock.now());
  if ('problem' in fetched) {
    await keepReading(tx, source, { at, problem: fetched.problem, reading: null });
    return [fetched.problem];
  }
  const row = await tx
    .selectFrom('representatives')
    .select('settings')
    .where('id', '=', representativeId)
    .executeTakeFirstOrThrow();
  return keepTexts(hub, tx, { ...source, zone: row.settings.hours.zone }, fetched.texts);
};

/** Reads one calendar that is due. @returns false: none is. */
export const readSomeSource = (
  hub: SourcesHub,
  ask: AskCalendar,
  which: { readonly id?: string; readonly readBefore: string },
): Promise<readonly string[] | null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const source = await takeSource(tx, which);
    return source === null ? null : readOne(hub, tx, ask, source);
  });

export const listSources = async (
  hub: HubDependencies,
  user: User,
  { representativeId }: Of,
): Promise<Result<{ calendars: DiarySource[] }>> => {
  const { db } = hub.database;
  const known = await findRepresentative(db, representativeId, user.brandIds);
  if (known === null) return fail('not-found');
  return succeed({ calendars: await findSources(db, representativeId) });
};

const shown = async (
  db: Db,
  { representativeId }: Of,
  id: string,
  problems: readonly string[],
): Promise<Result<ReadSource>> => {
  const source = (await findSources(db, representativeId)).find((one) => one.id === id);
  return source === undefined
    ? fail('not-found')
    : succeed({ calendar: source, problems: [...problems] });
};

export const addSource = async (
  hub: HubDependencies,
  { user, actor }: Who,
  of: Of,
  given: NewDiarySource,
  ask: AskCalendar,
): Promise<Result<ReadSource>> => {
  const { db } = hub.database;
  const known = await findRepresentative(db, of.representativeId, user.brandIds);
  if (known === null) return fail('not-found');
  const id = hub.newId();
  const isFile = given.kind === 'file';
  const fault = isFile ? null : addressProblem(given.address, hub.connectorNetwork);
  if (fault !== null) return fail('input-malformed', fault);
  const password = isFile ? null : given.password;
  const seal = password === null ? null : await sealOf(db, hub.random);
  const row = {
    id,
    representativeId: of.representativeId,
    kind: given.kind,
    name: given.name,
    address: isFile ? null : given.address,
    userName: isFile ? null : given.userName,
    secret: seal === null || password === null ? null : seal.seal(password),
    createdAt: toInstant(hub.clock.now()),
  };
  const deed = {
    action: 'calendar-added',
    entity: 'representative',
    entityId: row.representativeId,
  };
  const read = await audited<readonly string[]>(hub, actor, deed, async (tx) => {
    await forgetLeaving(tx, row);
    await insertSource(tx, row);
    if (!isFile) return [];
    return keepTexts(hub, tx, { ...row, zone: known.settings.hours.zone }, [given.text]);
  });
  const readBefore = toInstant(hub.clock.now());
  const heard = isFile ? read : await readSomeSource(hub, ask, { id, readBefore });
  return shown(db, of, id, heard ?? []);
};

/** Reads it now. A file is given anew instead. */
export const readAgain = async (
  hub: HubDependencies,
  user: User,
  of: Of & { readonly calendarId: string },
  ask: AskCalendar,
): Promise<Result<ReadSource>> => {
  const listed = await listSources(hub, user, of);
  if (!listed.ok) return listed;
  const source = listed.value.calendars.find(({ id }) => id === of.calendarId);
  if (source === undefined) return fail('not-found');
  if (source.kind === 'file')
    return fail('input-malformed', 'a file is given anew to be read anew');
  const which = { id: source.id, readBefore: toInstant(hub.clock.now() + 1) };
  const problems = await readSomeSource(hub, ask, which);
  return shown(hub.database.db, of, source.id, problems ?? []);
};

/** Whether what Parlance put onto it stays there; what is taken away may last until it answers. */
export const removeSource = async (
  hub: HubDependencies,
  { user, actor }: Who,
  { representativeId, calendarId }: Of & { readonly calendarId: string },
  appointments: 'stay' | 'take-away',
): Promise<Result<null>> => {
  const known = await findRepresentative(hub.database.db, representativeId, user.brandIds);
  if (known === null) return fail('not-found');
  const listed = await findSources(hub.database.db, representativeId);
  const isHolding = (listed.find(({ id }) => id === calendarId)?.appointments ?? 0) > 0;
  const deed = {
    action: 'calendar-removed',
    entity: 'representative',
    entityId: representativeId,
    detail: { appointments },
  };
  return audited<Result<null>>(hub, actor, deed, async (tx) => {
    const which = { representativeId, id: calendarId };
    const done =
      appointments === 'take-away' && isHolding
        ? await letSourceLeave(tx, which, toInstant(hub.clock.now()))
        : await deleteSource(tx, representativeId, calendarId);
    return done ? succeed(null) : fail('not-found');
  });
};
