import { supportReport } from '@renderer/engine/devices/support-report.ts';
import { checkIds } from '@shared/contracts/engine/desk-views.ts';
import { errorCodes } from '@shared/kernel/error-codes.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Given = Parameters<typeof supportReport>[0];

const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const given = (secret: string, changes: Partial<Given> = {}): Given => ({
  version: '0.1.0',
  userAgent: `Mozilla/5.0 (X11; Linux x86_64) Chrome/114.0.5735.248 Electron/25.1.1 ${secret}`,
  at: '2026-11-05T08:56:41.000Z',
  checks: checkIds.map((id) => ({
    id,
    status: 'passed',
    measure: secret,
    detail: secret,
    error: null,
  })),
  devices: {
    inputs: [{ id: secret, label: `${secret} (0b0e:245d)` }],
    outputs: [{ id: secret, label: secret }],
    microphoneId: secret,
    speakerId: secret,
    ringerId: 'default',
    away: [{ use: 'ringer', label: secret, instead: secret }],
    loudness: { speaker: 1, ringer: 1 },
    processing,
    error: null,
  },
  headsets: [{ name: secret, maker: secret }],
  ...changes,
});

const nothingSaid = supportReport(given(''));

it('[AUDIO-26] no name, number or login that the desktop knows gets into the report', () => {
  const secret = fc.oneof(
    fc.constantFrom('Camille Roussel', 'camille.roussel', '+33639984117', '06 39 98 41 17', '6001'),
    fc.string({ minLength: 4, maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'0123456789 .+'), minLength: 4, maxLength: 20 }),
  );
  fc.assert(
    fc.property(secret, (one) => {
      const shown = supportReport(given(one));
      fc.pre(one.trim().length >= 4 && !nothingSaid.includes(one));
      // A figure with its unit is what a check measures, and the lists hold nothing else.
      fc.pre(!/^[−-]?\d{1,5}([.,]\d{1,2})? (ms|dB|s|MOS|GB)$/.test(one));
      expect(shown).not.toContain(one);
    }),
    { numRuns: 2_000 },
  );
});

it('[AUDIO-26] her extension is no measure, even when it looks like one', () => {
  const checks = given('')
    .checks.filter(({ id }) => id === 'line')
    .map((check) => ({ ...check, measure: '6001 ms' }));
  expect(supportReport(given('', { checks }))).not.toContain('6001');
});

it('[AUDIO-26] what helps the support is there: results, reasons, figures, versions, USB numbers', () => {
  const checks: Given['checks'] = [
    { id: 'microphone', status: 'passed', measure: '-38 dB', detail: 'Talia', error: null },
    { id: 'clock', status: 'failed', measure: '-2.4 s', detail: null, error: 'clock-wrong' },
  ];
  const text = supportReport(
    given('x', { checks, headsets: [{ name: 'Casque de Camille', maker: 'Jabra' }] }),
  );
  for (const part of [
    'Parlance 0.1.0',
    'Chrome 114.0.5735.248, Electron 25.1.1, Linux x86_64',
    '2026-11-05T08:56',
    'microphone: passed, -38 dB',
    'clock: failed, clock-wrong, -2.4 s',
    'microphone: 0b0e:245d',
    'headset buttons: Jabra',
  ])
    expect(text).toContain(part);
});

it('[AUDIO-26] every result and every reason can be told', () => {
  const check = fc.record({
    id: fc.constantFrom(...checkIds),
    status: fc.constantFrom('running' as const, 'passed' as const, 'failed' as const),
    measure: fc.option(fc.string()),
    detail: fc.option(fc.string()),
    error: fc.option(fc.constantFrom(...errorCodes)),
  });
  fc.assert(
    fc.property(fc.array(check, { maxLength: 11 }), (checks) => {
      const text = supportReport(given('x', { checks }));
      for (const { id, status, error } of checks) {
        expect(text).toContain(`${id}: ${status}`);
        if (error !== null) expect(text).toContain(error);
      }
    }),
  );
});
