/** The check before the shift: named checks, each with its result and a measured value. */
import { type CheckId, checkIds } from '@shared/contracts/engine/desk-views.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { microphoneErrorCode } from '../telephony/media/microphone.ts';
import type { DeviceUse } from './device-memory.ts';
import type { OpenMicrophone } from './sound-test.ts';
import { silenceDb } from './voice-level.ts';

type Check = Slices['checks'][number];

export type CheckDeps = {
  readonly openMicrophone: () => Promise<OpenMicrophone>;
  /** Of the device that serves; null when there is none. */
  readonly label: (use: DeviceUse) => string | null;
  /** The name of a chosen device that is unplugged. */
  readonly missing: (use: DeviceUse) => string | null;
  readonly mayRecord: () => Promise<boolean>;
  /** Milliseconds until the PBX answers, null when it does not; undefined: no PBX is set. */
  readonly reachPbx: () => Promise<number | null> | undefined;
  readonly line: () => Slices['line'];
  /** Opinion score of a call of this machine to itself, null when no sound gets through. */
  readonly mediaPath: () => Promise<number | null>;
  /** Milliseconds of one exchange with the hub, or null when it does not answer. */
  readonly pingHub: () => Promise<number | null>;
  /** Seconds that our clock is ahead, null when the hub does not tell. */
  readonly clockSkew: () => Promise<number | null>;
  readonly storage: () => Promise<ErrorCode | null>;
  /** Free space in bytes, null where it is not told. */
  readonly freeBytes: () => Promise<number | null>;
  readonly protection: () => Slices['session']['protection'];
  readonly inCall: () => boolean;
  readonly show: (checks: Check[]) => void;
};

const listenMs = 700;
const listenEveryMs = 50;
const bearableSkewS = 2;
const fairMos = 3.2;
const littleSpace = 200 * 1024 ** 2;

const bare = (id: Check['id'], status: Check['status']): Check => ({
  id,
  status,
  measure: null,
  detail: null,
  error: null,
});
const passed = (id: Check['id'], measure: string | null, detail: string | null = null): Check => ({
  ...bare(id, 'passed'),
  measure,
  detail,
});
const failed = (
  id: Check['id'],
  error: ErrorCode | null,
  measure: string | null = null,
  detail: string | null = null,
): Check => ({ ...bare(id, 'failed'), error, measure, detail });

/** The loudest moment while it is open; a dead microphone gives not even the noise of the room. */
const listen = async (microphone: OpenMicrophone): Promise<number> => {
  let loudest = silenceDb;
  for (let ms = 0; ms < listenMs; ms += listenEveryMs) {
    await new Promise((resolve) => setTimeout(resolve, listenEveryMs));
    loudest = Math.max(loudest, microphone.level());
  }
  return Math.round(loudest);
};

const microphone = async (deps: CheckDeps): Promise<Check> => {
  const label = deps.label('microphone');
  // In a call the microphone is the caller's, and its sign is in the bar.
  if (deps.inCall()) return { ...bare('microphone', 'unknown'), detail: label };
  try {
    const open = await deps.openMicrophone();
    try {
      const db = await listen(open);
      return db <= silenceDb
        ? failed('microphone', 'microphone-silent', `${db} dB`, label)
        : passed('microphone', `${db} dB`, label);
    } finally {
      open.close();
    }
  } catch (error) {
    return failed('microphone', microphoneErrorCode(error));
  }
};

const output = (id: 'loudspeaker' | 'ringer', { label, missing }: CheckDeps): Check => {
  const use = id === 'loudspeaker' ? 'speaker' : 'ringer';
  const away = missing(use);
  if (away !== null) return failed(id, 'device-unplugged', null, away);
  const device = label(use);
  return device === null ? bare(id, 'unknown') : passed(id, null, device);
};

/**
 * The line tells whether the PBX answers. It is asked apart only while there is no line: a second
 * connection that closes has been seen to take the registration with it (Asterisk 16).
 */
const pbx = async ({ reachPbx, line: view }: CheckDeps): Promise<Check> => {
  const { status, error } = view();
  if (status === 'registered' || status === 'refused') return passed('pbx', null);
  if (status === 'connecting' && error === null) return bare('pbx', 'running');
  if (status !== 'off') return failed('pbx', error ?? 'line-unreachable');
  const reaching = reachPbx();
  if (reaching === undefined) return failed('pbx', 'line-settings-missing');
  const ms = await reaching;
  return ms === null ? failed('pbx', 'line-unreachable') : passed('pbx', `${Math.round(ms)} ms`);
};

const line = ({ line: view }: CheckDeps): Check => {
  const { status, error, extension } = view();
  if (status === 'connecting' && error === null) return bare('line', 'running');
  return status === 'registered'
    ? passed('line', extension)
    : failed('line', error ?? 'line-not-registered');
};

const media = async ({ mediaPath, inCall }: CheckDeps): Promise<Check> => {
  if (inCall()) return bare('media', 'unknown');
  const mos = await mediaPath();
  if (mos === null) return failed('media', 'media-path-closed');
  const measure = `${mos.toFixed(1)} MOS`;
  return mos < fairMos ? failed('media', 'media-path-poor', measure) : passed('media', measure);
};

const hub = async ({ pingHub }: CheckDeps): Promise<Check> => {
  const ms = await pingHub();
  return ms === null ? failed('hub', 'hub-unreachable') : passed('hub', `${Math.round(ms)} ms`);
};

const clock = async ({ clockSkew }: CheckDeps): Promise<Check> => {
  const skew = await clockSkew();
  if (skew === null) return bare('clock', 'unknown');
  const measure = `${skew.toFixed(1)} s`;
  return Math.abs(skew) > bearableSkewS
    ? failed('clock', 'clock-wrong', measure)
    : passed('clock', measure);
};

const storage = async (deps: CheckDeps): Promise<Check> => {
  const [error, free] = [await deps.storage(), await deps.freeBytes()];
  const measure = free === null ? null : `${(free / 1024 ** 3).toFixed(1)} GB`;
  if (error !== null) return failed('storage', error, measure);
  return free !== null && free < littleSpace
    ? failed('storage', 'storage-full', measure)
    : passed('storage', measure);
};

const permissions = async ({ mayRecord }: CheckDeps): Promise<Check> =>
  (await mayRecord()) ? passed('permissions', null) : failed('permissions', 'microphone-refused');

/** A key that only lives for the session, or under her password, works; she is told all the same. */
const key = ({ protection }: CheckDeps): Check => {
  const how = protection();
  return how === null || how === 'session' ? failed('key', null, how) : passed('key', how);
};

const checks: Readonly<Record<CheckId, (deps: CheckDeps) => Check | Promise<Check>>> = {
  microphone,
  loudspeaker: (deps) => output('loudspeaker', deps),
  ringer: (deps) => output('ringer', deps),
  permissions,
  pbx,
  line,
  media,
  hub,
  clock,
  storage,
  key,
};

/** Runs them side by side and shows each as soon as it is known; one that breaks has failed. */
export const runChecks = async (deps: CheckDeps): Promise<void> => {
  const results = new Map<CheckId, Check>(checkIds.map((id) => [id, bare(id, 'running')]));
  const show = (): void => deps.show([...results.values()]);
  show();
  await Promise.all(
    checkIds.map(async (id) => {
      const done = await Promise.resolve(checks[id](deps)).catch(() => failed(id, 'internal'));
      results.set(id, done);
      show();
    }),
  );
};
