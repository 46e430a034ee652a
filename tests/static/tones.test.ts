import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTone, recentToneDb, toneLevelDb, writeTone } from '../support/sound/tones';
import { readWav } from '../support/sound/wav';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-tones-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('[TOOL-13] measuring tones', () => {
  it('[TOOL-13] a sine of half scale measures -6 dB at its frequency and next to nothing beside it', () => {
    const tone = makeTone(440, 2);
    expect(toneLevelDb(tone, 440)).toBeCloseTo(-6, 0);
    expect(toneLevelDb(tone, 660)).toBeLessThan(-40);
  });

  it('[TOOL-13] a file holds the tone that was written, at any rate', () => {
    const sound = readWav(writeTone(path.join(folder, 'tone.wav'), 880, 1, 48_000));
    expect(sound.rateHz).toBe(48_000);
    expect(toneLevelDb(sound, 880)).toBeCloseTo(-6, 0);
  });

  it('[TOOL-13] silence and a stretch without the tone are silent', () => {
    const sound = makeTone(440, 1);
    sound.samples.fill(0, 4_000);
    expect(toneLevelDb(sound, 440, { fromS: 0.6 })).toBe(-100);
    expect(toneLevelDb(sound, 440, { lengthS: 0.4 })).toBeCloseTo(-6, 0);
  });

  it('[TOOL-13] a recording whose header does not know its length yet is read to its end', () => {
    const file = writeTone(path.join(folder, 'growing.wav'), 440, 2);
    const bytes = readFileSync(file);
    bytes.writeUInt32LE(0, 40);
    writeFileSync(file, bytes);
    expect(recentToneDb(file, 440)).toBeCloseTo(-6, 0);
  });
});
