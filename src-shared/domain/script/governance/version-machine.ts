/**
 * The life of one version of a speech: written, read by somebody else, approved as it stands, said
 * from a date on, withdrawn for good. Pure: who may do what from where, and what comes of it.
 */
import type { ErrorCode } from '../../../kernel/error-codes.ts';
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Role } from '../../user/user.ts';

export const versionStates = ['draft', 'in-review', 'approved', 'published', 'withdrawn'] as const;
export type VersionState = (typeof versionStates)[number];

export const versionDeeds = [
  'save',
  'submit',
  'recall',
  'refuse',
  'approve',
  'publish',
  'withdraw',
] as const;
export type VersionDeed = (typeof versionDeeds)[number];

export type VersionActor = {
  readonly userId: string;
  readonly role: Role;
  /** Works for another house: sees and says the speeches, and changes nothing. */
  readonly outsourced: boolean;
};

export type GovernedVersion = {
  readonly status: VersionState;
  /** Everybody who ever saved or submitted its words. */
  readonly writers: readonly string[];
  /** From when it is said, once published. */
  readonly validFrom: string | null;
};

const leadsTo: {
  readonly [deed in VersionDeed]: {
    readonly from: readonly VersionState[];
    readonly to: VersionState;
  };
} = {
  save: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'in-review' },
  recall: { from: ['in-review'], to: 'draft' },
  refuse: { from: ['in-review'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
  publish: { from: ['approved', 'published'], to: 'published' },
  withdraw: { from: ['draft', 'in-review', 'approved', 'published'], to: 'withdrawn' },
};

/** Who reads for the brand must not have written. */
const byAnotherOne: readonly VersionDeed[] = ['approve', 'refuse'];

export const mayWriteSpeeches = ({ role, outsourced }: VersionActor): boolean =>
  !outsourced && (role === 'brand-manager' || role === 'administrator');

/** A date that has come cannot be moved any more: the version was said. */
const isSaid = ({ status, validFrom }: GovernedVersion, nowMs: number): boolean =>
  status === 'published' && validFrom !== null && Date.parse(validFrom) <= nowMs;

const hindrance = (
  version: GovernedVersion,
  deed: VersionDeed,
  actor: VersionActor,
  nowMs: number,
): ErrorCode | null => {
  if (!mayWriteSpeeches(actor)) return 'role-not-allowed';
  if (!leadsTo[deed].from.includes(version.status)) return 'script-not-in-state';
  if (deed === 'publish' && isSaid(version, nowMs)) return 'script-not-in-state';
  if (byAnotherOne.includes(deed) && version.writers.includes(actor.userId))
    return 'script-own-work';
  return null;
};

/** The state that follows, or why not. */
export const decideVersion = (
  version: GovernedVersion,
  deed: VersionDeed,
  actor: VersionActor,
  nowMs: number,
): Result<VersionState> => {
  const code = hindrance(version, deed, actor, nowMs);
  return code === null ? succeed(leadsTo[deed].to) : fail(code);
};

/** What this person could do with this version now. */
export const possibleDeeds = (
  version: GovernedVersion,
  actor: VersionActor,
  nowMs: number,
): VersionDeed[] => versionDeeds.filter((deed) => hindrance(version, deed, actor, nowMs) === null);
