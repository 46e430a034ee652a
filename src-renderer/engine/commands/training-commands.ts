/** The training line: series that are taken, and role-plays that a team lead writes. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { loadBytes } from '@renderer/platform/own-files.ts';
import { shippedSpeech } from '@renderer/platform/speech/shipped-speech.ts';
import { runsSchema, soundKeptSchema, soundSchema } from '@shared/contracts/http/role-plays.ts';
import { routes } from '@shared/contracts/routes.ts';
import { rolePlaySchema, seriesSchema } from '@shared/domain/role-play/role-play.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { VoiceRecorder } from '../training/voice-recorder.ts';
import type { CommandDeps, Part } from './command-parts.ts';

type Written<D> = {
  readonly id: string | null;
  readonly version: number | null;
  readonly draft: D;
};

/** A new one is posted; one that was changed is put over the version that was read. */
const save = async <T extends z.ZodType>(
  hub: HubClient,
  path: string,
  { id, version, draft }: Written<unknown>,
  answer: T,
): Promise<Result<z.output<T>>> =>
  id === null
    ? hub.ask({ method: 'POST', path, body: draft, answer })
    : hub.ask({ method: 'PUT', path: `${path}/${id}`, body: { version, draft }, answer });

const remove = async (hub: HubClient, path: string): Promise<Result<null>> => {
  const gone = await hub.ask({ method: 'DELETE', path, answer: z.unknown() });
  return gone.ok ? succeed(null) : gone;
};

const soundCommands = (
  { hub, devices }: CommandDeps,
  recorder: VoiceRecorder,
): Pick<Part<'training'>, 'training.record' | 'training.keep-recording' | 'training.hear'> => ({
  'training.record': () => recorder.begin(devices.effective('microphone')),
  'training.keep-recording': async ({ brandId }) => {
    const sound = await recorder.end();
    if (!sound.ok) return sound;
    const path = routes.rolePlaySounds;
    const body = { ...sound.value, brandId };
    return hub.ask({ method: 'POST', path, body, answer: soundKeptSchema });
  },
  'training.hear': async ({ sound }) => {
    if (sound.kind === 'shipped') {
      const url = shippedSpeech(sound.name);
      return url === null ? fail('not-found') : play(url, devices.effective('speaker'));
    }
    const path = `${routes.rolePlaySounds}/${sound.soundId}`;
    const kept = await hub.ask({ method: 'GET', path, answer: soundSchema });
    if (!kept.ok) return kept;
    const { mediaType, base64 } = kept.value;
    return play(`data:${mediaType};base64,${base64}`, devices.effective('speaker'));
  },
});

/** Answers when it is heard, or cannot be. */
const play = async (url: string, speakerId: string | null): Promise<Result<null>> => {
  const source = URL.createObjectURL(new Blob([await loadBytes(url)]));
  const audio = new Audio(source);
  try {
    if (speakerId !== null && speakerId !== '') await audio.setSinkId(speakerId);
    await audio.play();
    return succeed(null);
  } catch {
    return fail('loudspeaker-failed');
  } finally {
    audio.addEventListener('ended', () => URL.revokeObjectURL(source));
  }
};

export const trainingCommands = (deps: CommandDeps): Part<'training'> => {
  const { hub, training } = deps;
  return {
    'training.list': async () => {
      const repertoire = await training.repertoire();
      if (!repertoire.ok) return repertoire;
      const path = routes.rolePlayRuns;
      const runs = await hub.ask({ method: 'GET', path, answer: runsSchema });
      return runs.ok ? succeed({ ...repertoire.value, ...runs.value }) : runs;
    },
    'training.start': ({ kind, id }) => training.start(kind, id),
    'training.call': ({ position }) => training.call(position),
    'training.stop': () => training.stop(),
    'training.save': (written) => save(hub, routes.rolePlays, written, rolePlaySchema),
    'training.remove': ({ id }) => remove(hub, `${routes.rolePlays}/${id}`),
    'training.save-series': (written) => save(hub, routes.rolePlaySeries, written, seriesSchema),
    'training.remove-series': ({ id }) => remove(hub, `${routes.rolePlaySeries}/${id}`),
    ...soundCommands(deps, new VoiceRecorder()),
  };
};
