/** Devices, the sound outside of calls, the check before the shift and its report. */
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { tryMediaPath } from '../devices/media-path.ts';
import { clockSkew, reachPbx } from '../devices/reach.ts';
import { runChecks } from '../devices/shift-checks.ts';
import { supportReport } from '../devices/support-report.ts';
import { playNotes, playRing } from '../devices/test-sounds.ts';
import type { Shift } from '../shift/shift.ts';
import { microphoneForTest } from '../sound/engine-sound.ts';
import { microphoneErrorCode } from '../telephony/media/microphone.ts';
import { rtcServers } from '../telephony/media/server-probe.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

const mayRecord = async (): Promise<boolean> => {
  const status = await navigator.permissions.query({ name: 'microphone' as PermissionName });
  return status.state === 'granted';
};

const freeBytes = async (): Promise<number | null> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? null : quota - (usage ?? 0);
};

const opened = async (listening: Promise<boolean>): Promise<Result<null>> => {
  try {
    return (await listening) ? done : fail('call-not-in-state');
  } catch (error) {
    return fail(microphoneErrorCode(error));
  }
};

const checkWith = ({ devices, board, session, hub }: CommandDeps, shift: Shift): Promise<void> => {
  const settings = shift.lineSettings;
  const [url] = settings?.urls ?? [];
  return runChecks({
    openMicrophone: () => microphoneForTest(devices),
    label: (use) => devices.label(use),
    missing: (use) => devices.missing(use),
    mayRecord,
    reachPbx: () => (url === undefined ? undefined : reachPbx(url)),
    line: () => board.get('line'),
    mediaPath: () => tryMediaPath(rtcServers(settings?.iceServers ?? [])),
    pingHub: () => shift.records.customers.pingHub(),
    clockSkew: async () => {
      const told = await hub.date();
      return told === null ? null : clockSkew(told.date, told.sentAt, told.gotAt);
    },
    storage: async () => (shift.records.outbox.onDisk ? null : 'journal-unwritable'),
    freeBytes,
    protection: () => board.get('session').protection,
    inCall: () => (session.shift?.calls.live ?? 0) > 0,
    show: (checks) => board.set('checks', checks),
  });
};

export const soundCommands = (
  deps: CommandDeps,
): Part<'devices'> & Part<'checks'> & Part<'sound'> => {
  const { session, devices, board, clock, soundTest, version } = deps;
  const on = withShift(session);
  return {
    'devices.choose': ({ use, deviceId }) => {
      devices.choose(use, deviceId);
      return done;
    },
    'devices.set-loudness': ({ use, loudness }) => {
      devices.setLoudness(use, loudness);
      return done;
    },
    'devices.set-processing': (processing) => {
      devices.setProcessing(processing);
      return done;
    },
    'checks.run': on(async (shift) => {
      await devices.refresh();
      await checkWith(deps, shift);
      return done;
    }),
    'checks.report': () =>
      succeed({
        text: supportReport({
          version,
          userAgent: navigator.userAgent,
          at: toInstant(clock.now()),
          checks: board.get('checks'),
          devices: board.get('devices'),
          headsets: board.get('headsets'),
        }),
      }),
    'sound.listen': ({ on: wanted }) => {
      if (wanted) return opened(soundTest.listen());
      soundTest.stop();
      return done;
    },
    'sound.hear-back': () => opened(soundTest.hearBack()),
    'sound.play': async ({ use }) => {
      if (use === 'ringer') await playRing(devices.effective(use), devices.loudness(use));
      else if (!(await playNotes(devices.effective(use), devices.loudness(use))))
        return fail('loudspeaker-failed');
      return done;
    },
  };
};
