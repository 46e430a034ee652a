import {
  decideVersion,
  type GovernedVersion,
  mayWriteSpeeches,
  possibleDeeds,
  type VersionActor,
  versionDeeds,
  versionStates,
} from '@shared/domain/script/governance/version-machine.ts';
import { roles } from '@shared/domain/user/user.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const nowMs = Date.UTC(2026, 10, 5, 10);
const people = ['anna', 'bela', 'cleo'];
const actors = fc.record<VersionActor>({
  userId: fc.constantFrom(...people),
  role: fc.constantFrom(...roles),
  outsourced: fc.boolean(),
});
const deeds = fc.constantFrom(...versionDeeds);
const steps = fc.array(fc.tuple(actors, deeds, fc.integer({ min: -5, max: 5 })), { maxLength: 60 });

type Lived = GovernedVersion & { readonly approvers: readonly string[] };

/** What the hub keeps when the machine allows a deed. */
const live = (
  walk: readonly (readonly [VersionActor, (typeof versionDeeds)[number], number])[],
) => {
  let version: Lived = { status: 'draft', writers: ['anna'], validFrom: null, approvers: [] };
  const seen: Lived[] = [version];
  for (const [actor, deed, hours] of walk) {
    const decided = decideVersion(version, deed, actor, nowMs);
    if (!decided.ok) continue;
    const writes = deed === 'save' || deed === 'submit';
    version = {
      status: decided.value,
      writers: writes ? [...version.writers, actor.userId] : version.writers,
      validFrom:
        deed === 'publish' ? new Date(nowMs + hours * 3_600_000).toISOString() : version.validFrom,
      approvers: deed === 'approve' ? [...version.approvers, actor.userId] : version.approvers,
    };
    seen.push(version);
  }
  return seen;
};

describe('the life of a version', () => {
  it('[GOV-1] who saved or submitted a version never approves or refuses it, whoever saved last', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        for (const { approvers, writers } of live(walk))
          expect(approvers.filter((one) => writers.includes(one))).toEqual([]);
      }),
    );
    const version = { status: 'in-review', writers: ['anna', 'bela'], validFrom: null } as const;
    const anna = { userId: 'anna', role: 'administrator', outsourced: false } as const;
    for (const deed of ['approve', 'refuse'] as const)
      expect(decideVersion(version, deed, anna, nowMs)).toMatchObject({
        error: { code: 'script-own-work' },
      });
    expect(decideVersion(version, 'approve', { ...anna, userId: 'cleo' }, nowMs).ok).toBe(true);
  });

  it('[GOV-2] only a brand manager or an administrator writes and decides, and nobody of an outsourcer', () => {
    const versions = fc.record<GovernedVersion>({
      status: fc.constantFrom(...versionStates),
      writers: fc.subarray(people),
      validFrom: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(versions, actors, (version, actor) => {
        const writes = ['brand-manager', 'administrator'].includes(actor.role) && !actor.outsourced;
        expect(mayWriteSpeeches(actor)).toBe(writes);
        if (!writes) expect(possibleDeeds(version, actor, nowMs)).toEqual([]);
        for (const deed of versionDeeds)
          expect(decideVersion(version, deed, actor, nowMs).ok).toBe(
            possibleDeeds(version, actor, nowMs).includes(deed),
          );
      }),
    );
  });

  it('[GOV-3] nothing is published without approval, and nothing comes back from withdrawn', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const seen = live(walk);
        const states = seen.map(({ status }) => status);
        const published = seen.find(({ status }) => status === 'published');
        if (published !== undefined) expect(published.approvers).toHaveLength(1);
        const gone = states.indexOf('withdrawn');
        if (gone !== -1) expect(new Set(states.slice(gone))).toEqual(new Set(['withdrawn']));
      }),
    );
  });

  it('[GOV-4] words change in a draft only, and what was said keeps its date', () => {
    const cleo = { userId: 'cleo', role: 'brand-manager', outsourced: false } as const;
    for (const status of versionStates)
      expect(decideVersion({ status, writers: [], validFrom: null }, 'save', cleo, nowMs).ok).toBe(
        status === 'draft',
      );
    const published = (validFrom: string) =>
      decideVersion({ status: 'published', writers: [], validFrom }, 'publish', cleo, nowMs).ok;
    expect(published('2026-11-05T09:59:59.000Z')).toBe(false);
    expect(published('2026-11-06T00:00:00.000Z')).toBe(true);
  });
});
