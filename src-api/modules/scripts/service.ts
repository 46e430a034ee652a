/**
 * The brand writes what is said in its name; somebody else of it approves; it is said from a date on
 * until it is withdrawn. Every step is judged by the machine of versions and leaves a trace.
 */

import type { HubDependencies } from '@api/hub-app.ts';
import { audited } from '@api/modules/audit/service.ts';
import type { Draft, ScriptVersion, ScriptVersions } from '@shared/contracts/http/scripts.ts';
import { saidAt } from '@shared/domain/script/choice/said-now.ts';
import { sameWords } from '@shared/domain/script/editing/places.ts';
import {
  decideVersion,
  possibleDeeds,
  type VersionDeed,
} from '@shared/domain/script/governance/version-machine.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { refuseBlocked, wholeOf } from './checks-service.ts';
import * as notes from './notes-repository.ts';
import type { Reader } from './reader.ts';
import * as scripts from './repository.ts';

type Hub = HubDependencies;
type Db = Hub['database']['db'];
type Key = scripts.VersionKey;

const shown = (
  kept: readonly scripts.KeptVersion[],
  among: readonly scripts.KeptVersion[],
  { actor }: Reader,
  nowMs: number,
): ScriptVersion[] => {
  const published = among.flatMap(({ id, version, status, validFrom }) =>
    status === 'published' && validFrom !== null ? [{ id, version, publishedAt: validFrom }] : [],
  );
  const said = new Map(saidAt(published, nowMs).map(({ id, version }) => [id, version]));
  return kept.map((one) => ({
    ...one,
    said: said.get(one.id) === one.version,
    may: possibleDeeds(one, actor, nowMs),
  }));
};

export const listVersions = async (
  hub: Hub,
  reader: Reader,
  scriptId: string | undefined,
): Promise<ScriptVersions> => {
  const kept = await scripts.findVersions(hub.database.db, reader.sight, scriptId);
  return {
    versions: shown(kept, kept, reader, hub.clock.now()),
    writes: reader.sight.writes,
  };
};

const versionOf = async (
  hub: Hub,
  tx: Db,
  reader: Reader,
  key: Key,
): Promise<Result<ScriptVersion>> => {
  const among = await scripts.findVersions(tx, reader.sight, key.id);
  const kept = among.filter(({ version }) => version === key.version);
  const [version] = shown(kept, among, reader, hub.clock.now());
  return version === undefined ? fail('not-found') : succeed(version);
};

export const readVersion = async (
  hub: Hub,
  { sight }: Reader,
  key: Key,
  form: 'said' | 'written',
): Promise<Result<Script>> => {
  const content = await scripts.findContent(hub.database.db, key, { ...sight, form });
  return content === null ? fail('not-found') : succeed(content);
};

const note = (
  hub: Hub,
  tx: Db,
  { actor }: Reader,
  key: Key,
  event: {
    readonly deed: VersionDeed | 'create';
    readonly reason?: string | undefined;
    readonly validFrom?: string | undefined;
  },
): Promise<void> =>
  notes.insertEvent(tx, key, {
    eventId: hub.newId(),
    deed: event.deed,
    by: actor.userId,
    at: toInstant(hub.clock.now()),
    reason: event.reason ?? null,
    validFrom: event.validFrom ?? null,
  });

/** The next version of a speech, as a draft. `not-found` when the brand is not the user's. */
export const addDraft = (
  hub: Hub,
  reader: Reader,
  id: string,
  draft: Draft,
): Promise<Result<ScriptVersion>> =>
  audited(hub, reader.trace, { action: 'drafted', entity: 'script', entityId: id }, async (tx) => {
    const { actor, sight } = reader;
    if (!sight.writes) return fail('role-not-allowed');
    const latest = await scripts.lockLatest(tx, id);
    const isForeign = latest !== null && latest.brandId !== draft.brandId;
    if (isForeign || !sight.brandIds.includes(draft.brandId)) return fail('not-found');
    const version = (latest?.version ?? 0) + 1;
    const at = toInstant(hub.clock.now());
    const script = { ...draft, id, version, publishedAt: at };
    await scripts.insertDraft(tx, script, { userId: actor.userId, at });
    await note(hub, tx, reader, { id, version }, { deed: 'create' });
    return versionOf(hub, tx, reader, { id, version });
  });

/** `version-superseded`: somebody saved in between; what came too late is kept aside. */
export const saveDraft = (
  hub: Hub,
  reader: Reader,
  key: Key,
  { revision, content }: { readonly revision: number; readonly content: Draft },
): Promise<Result<ScriptVersion>> =>
  hub.database.db.transaction().execute(async (tx) => {
    await scripts.lockScript(tx, key.id);
    const known = await scripts.findVersion(tx, key, reader.sight);
    if (known === null || known.brandId !== content.brandId) return fail('not-found');
    const decided = decideVersion(known, 'save', reader.actor, hub.clock.now());
    if (!decided.ok && decided.error.code === 'role-not-allowed') return decided;
    const by = { userId: reader.actor.userId, at: toInstant(hub.clock.now()) };
    const script = { ...content, ...key, publishedAt: by.at };
    if (!decided.ok || known.revision !== revision) {
      await notes.keepAside(tx, script, { by: by.userId, at: by.at, revision });
      return decided.ok
        ? fail('version-superseded', `saved by ${known.savedBy} at ${known.savedAt}`)
        : decided;
    }
    const before = await scripts.findContent(tx, key, reader.sight);
    const dates = { publishedAt: by.at };
    // Who only moved a step on the canvas has written nothing, and may still approve.
    const writes = before === null || !sameWords({ ...before, ...dates }, script);
    await scripts.saveDraft(tx, script, { revision: revision + 1, by, writes });
    return versionOf(hub, tx, reader, key);
  });

export type Deciding = {
  readonly deed: Exclude<VersionDeed, 'save'>;
  /** The revision that was read, where the words decide. */
  readonly revision?: number;
  readonly reason?: string;
  readonly from?: string | undefined;
};

const pastOf = { submit: 'submitted', recall: 'recalled', refuse: 'refused', approve: 'approved' };
const actionOf = (deed: Deciding['deed']): string =>
  ({ ...pastOf, publish: 'published', withdraw: 'withdrawn' })[deed];

/** A date that has passed already counts as now: nothing was said before it was decided. */
const validFromOf = ({ deed, from }: Deciding, nowMs: number): string | undefined =>
  deed === 'publish' ? toInstant(Math.max(nowMs, Date.parse(from ?? '') || 0)) : undefined;

/** Nothing that the checks block is read by anybody; what is approved is whole from then on. */
const wordsOf = async (
  tx: Db,
  reader: Reader,
  key: Key,
  deed: VersionDeed,
): Promise<Result<Script | undefined>> => {
  if (deed !== 'submit' && deed !== 'approve') return succeed(undefined);
  const script = await scripts.findContent(tx, key, reader.sight);
  if (script === null) return fail('not-found');
  const free = await refuseBlocked(tx, script, reader);
  if (!free.ok) return free;
  if (deed === 'submit') return succeed(undefined);
  const whole = await wholeOf(tx, script, reader);
  if (!whole.ok) return whole;
  return succeed(whole.value === script ? undefined : whole.value);
};

export const decide = (
  hub: Hub,
  reader: Reader,
  key: Key,
  deciding: Deciding,
): Promise<Result<ScriptVersion>> => {
  const { deed, revision, reason } = deciding;
  const entityId = `${key.id}/${key.version}`;
  return audited(
    hub,
    reader.trace,
    { action: actionOf(deed), entity: 'script', entityId },
    async (tx) => {
      await scripts.lockScript(tx, key.id);
      const known = await scripts.findVersion(tx, key, reader.sight);
      if (known === null) return fail('not-found');
      const nowMs = hub.clock.now();
      const decided = decideVersion(known, deed, reader.actor, nowMs);
      if (!decided.ok) return decided;
      if (revision !== undefined && revision !== known.revision) return fail('version-superseded');
      const words = await wordsOf(tx, reader, key, deed);
      if (!words.ok) return words;
      const by = { userId: reader.actor.userId, at: toInstant(nowMs) };
      const validFrom = validFromOf(deciding, nowMs);
      const decision = { status: decided.value, by, reason, validFrom, content: words.value };
      await scripts.markDecided(tx, key, deed, decision);
      await note(hub, tx, reader, key, { deed, reason, validFrom });
      return versionOf(hub, tx, reader, key);
    },
  );
};
