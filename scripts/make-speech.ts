import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoPlays } from '@shared/domain/role-play/demo/demo-plays.ts';
import { type VoiceName, voices } from '@shared/domain/role-play/demo/voices.ts';
import { runOrThrow } from './processes/run';
import { inProject } from './project-root';

// npm run make-speech: says the sentences of the demo's role-plays with espeak-ng into mp3 files.

const sentences = demoPlays.flatMap(({ steps }) =>
  steps.flatMap((step) =>
    step.kind === 'say' && step.sound?.kind === 'shipped'
      ? [{ name: step.sound.name, text: step.text }]
      : [],
  ),
);
const folder = inProject('src-renderer', 'platform', 'speech');

async function say(name: string, text: string, scratch: string): Promise<void> {
  const spoken = path.join(scratch, `${name}.wav`);
  const { name: voice, speed, pitch } = voices[name.split('-')[0] as VoiceName];
  const how = ['-v', voice, '-s', String(speed), '-p', String(pitch), '-w', spoken];
  await runOrThrow('espeak-ng', [...how, text]);
  const small = ['-ac', '1', '-ar', '24000', '-b:a', '32k', '-af', 'loudnorm=I=-19,adelay=120'];
  const bare = ['-bitexact', '-map_metadata', '-1'];
  const file = path.join(folder, `${name}.mp3`);
  await runOrThrow('ffmpeg', ['-y', '-loglevel', 'error', '-i', spoken, ...small, ...bare, file]);
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'speech-'));
  try {
    for (const { name, text } of sentences) await say(name, text, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(`${sentences.length} sentences lie in ${folder}\n`);
}

void main();
