/** The check before the shift: named checks, each with its result and a measured value. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { closeStream, microphoneErrorCode } from '../telephony/media/microphone.ts';

type Check = Slices['checks'][number];

type Deps = {
  readonly openMicrophone: () => Promise<MediaStream>;
  readonly label: (use: 'microphone' | 'speaker' | 'ringer') => string | null;
  readonly line: () => Slices['line'];
  /** Milliseconds of one exchange with the hub, or null when it does not answer. */
  readonly pingHub: () => Promise<number | null>;
  readonly storage: () => Promise<ErrorCode | null>;
  readonly protection: () => Slices['session']['protection'];
  readonly show: (checks: Check[]) => void;
};

const passed = (id: Check['id'], measure: string | null): Check => ({
  id,
  status: 'passed',
  measure,
  error: null,
});
const failed = (
  id: Check['id'],
  error: ErrorCode | null,
  measure: string | null = null,
): Check => ({ id, status: 'failed', measure, error });

const microphone = async ({ openMicrophone, label }: Deps): Promise<Check> => {
  try {
    closeStream(await openMicrophone());
    return passed('microphone', label('microphone'));
  } catch (error) {
    return failed('microphone', microphoneErrorCode(error));
  }
};

const output = (id: 'loudspeaker' | 'ringer', { label }: Deps): Check => {
  const device = label(id === 'loudspeaker' ? 'speaker' : 'ringer');
  return device === null
    ? { id, status: 'unknown', measure: null, error: null }
    : passed(id, device);
};

const line = ({ line: view }: Deps): Check => {
  const { status, error, extension } = view();
  if (status === 'connecting' && error === null)
    return { id: 'line', status: 'running', measure: null, error: null };
  return status === 'registered'
    ? passed('line', extension)
    : failed('line', error ?? 'line-not-registered');
};

const hub = async ({ pingHub }: Deps): Promise<Check> => {
  const ms = await pingHub();
  return ms === null ? failed('hub', 'hub-unreachable') : passed('hub', `${Math.round(ms)} ms`);
};

const storage = async (deps: Deps): Promise<Check> => {
  const error = await deps.storage();
  return error === null ? passed('storage', null) : failed('storage', error);
};

/** A key that only lives for the session, or under her password, works; she is told all the same. */
const key = ({ protection }: Deps): Check => {
  const how = protection();
  return how === null || how === 'session' ? failed('key', null, how) : passed('key', how);
};

export const runChecks = async (deps: Deps): Promise<void> => {
  const order: Check['id'][] = [
    'microphone',
    'loudspeaker',
    'ringer',
    'line',
    'hub',
    'storage',
    'key',
  ];
  const results = new Map<Check['id'], Check>(
    order.map((id) => [id, { id, status: 'running', measure: null, error: null }]),
  );
  const show = (): void => deps.show([...results.values()]);
  const take = async (check: Check | Promise<Check>): Promise<void> => {
    const done = await check;
    results.set(done.id, done);
    show();
  };
  show();
  await Promise.all([
    take(microphone(deps)),
    take(output('loudspeaker', deps)),
    take(output('ringer', deps)),
    take(line(deps)),
    take(hub(deps)),
    take(storage(deps)),
    take(key(deps)),
  ]);
};
