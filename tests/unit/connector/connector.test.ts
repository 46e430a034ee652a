import type { Heard } from '@api/modules/connectors/ask.ts';
import { Askers } from '@api/modules/connectors/askers.ts';
import { addressFor, addressTemplateSchema, faultOf } from '@shared/domain/connector/address.ts';
import {
  type Circuit,
  closedCircuit,
  failuresInARow,
  longestRestMs,
  mayAsk,
  nextCircuit,
} from '@shared/domain/connector/circuit.ts';
import { readOutsideAnswer } from '@shared/domain/connector/outside-answer.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const template = 'https://shop.example:8443/c/{ref}/orders?mail={email}';
const values = { ref: 'C-881', email: 'a@exemple.fr', phone: null, id: '1' };

describe('the address', () => {
  it('[CONN-2] whatever a value holds, the host, the path and the parameters stay as declared', () => {
    const declared = new URL(template.replaceAll(/\{[a-z]+\}/g, 'x'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (ref, email) => {
        const asked = addressFor(template, { ...values, ref, email });
        if (asked === null) return ['', '.', '..'].includes(ref);
        const url = new URL(asked);
        return (
          url.origin === declared.origin &&
          url.pathname.split('/').length === declared.pathname.split('/').length &&
          url.pathname.endsWith('/orders') &&
          [...url.searchParams.keys()].join() === 'mail' &&
          url.searchParams.get('mail') === email
        );
      }),
      {
        examples: [
          ['..', 'https://a.fr'],
          ['../../admin', 'https://a.fr'],
          ['a/?#&', 'https://a.fr'],
        ],
      },
    );
  });

  it('[CONN-2] nothing is asked without what the address asks by', () => {
    expect(addressFor('https://shop.example/{phone}', values)).toBeNull();
    expect(addressFor('https://shop.example/{ref}', values)).toBe('https://shop.example/C-881');
  });

  it.each([
    ['https://{ref}.example/', /host/],
    ['https://shop.example@evil.example/{ref}', /host/],
    ['https://shop.example\\@evil.example/{ref}', /host/],
    ['https://shop.example/#{ref}', /#/],
    ['ftp://shop.example/{ref}', /https/],
    ['https://shop.example/{name}', /\{name\} is none of/],
    ['https://shop.example/orders', /must ask by one of/],
  ])('[CONN-2] %s is refused with what is wrong', (wrong, why) => {
    expect(faultOf(wrong)).toMatch(why);
    expect(addressTemplateSchema.safeParse(wrong).success).toBe(false);
  });
});

describe('the circuit', () => {
  const run = (events: readonly ('answered' | 'failed')[], now: number): Circuit =>
    events.reduce(
      (at, event) => nextCircuit(nextCircuit(at, 'asked', now), event, now),
      closedCircuit,
    );
  const failed = (times: number): 'failed'[] => Array.from({ length: times }, () => 'failed');

  it('[CONN-5] rests after five failures in a row, longer each time, and one asks then', () => {
    expect(mayAsk(run(failed(failuresInARow - 1), 1_000), 1_000)).toBe(true);
    const resting = run(failed(failuresInARow), 1_000);
    expect(mayAsk(resting, 1_000)).toBe(false);
    expect(mayAsk(resting, resting.restsUntilMs)).toBe(true);
    const trying = nextCircuit(resting, 'asked', resting.restsUntilMs);
    expect(mayAsk(trying, resting.restsUntilMs)).toBe(false);
    const again = nextCircuit(trying, 'failed', resting.restsUntilMs);
    expect(again.restsUntilMs - resting.restsUntilMs).toBeGreaterThan(resting.restsUntilMs - 1_000);
    expect(
      mayAsk(nextCircuit(trying, 'answered', resting.restsUntilMs), resting.restsUntilMs),
    ).toBe(true);
  });

  it('[CONN-5] whatever happens, no rest is longer than the longest, and an answer ends it', () => {
    const events = fc.array(fc.constantFrom('answered' as const, 'failed' as const));
    fc.assert(
      fc.property(events, fc.nat(), (told, now) => {
        const circuit = run(told, now);
        return (
          mayAsk(circuit, now + longestRestMs) && mayAsk(nextCircuit(circuit, 'answered', now), now)
        );
      }),
    );
  });
});

describe('many at once', () => {
  const question = { url: 'https://shop.example/1', headers: {}, timeLimitMs: 100 };

  it('[CONN-6] of one customer share a question; a system that hangs holds twenty at most', async () => {
    const answers: ((heard: Heard) => void)[] = [];
    const ask = () => new Promise<Heard>((resolve) => answers.push(resolve));
    const askers = new Askers(ask, { now: () => 0 });
    const both = [askers.ask('shop', 'one', question), askers.ask('shop', 'one', question)];
    expect(answers).toHaveLength(1);
    for (let other = 0; other < 19; other += 1) void askers.ask('shop', `${other}`, question);
    expect(await askers.ask('shop', 'late', question)).toEqual({ failure: 'busy' });
    void askers.ask('bank', 'late', question);
    expect(answers).toHaveLength(21);
    answers[0]?.({ body: 7 });
    expect(await Promise.all(both)).toEqual([{ body: 7 }, { body: 7 }]);
    void askers.ask('shop', 'late', question);
    expect(answers).toHaveLength(22);
  });
});

describe('the answer', () => {
  const row = { title: 'Canapé', at: '2026-11-02T10:00:00Z', amountCents: 129_000 };

  it('[CONN-7] a wrong row is left out, counted and named; the others stay', () => {
    const read = readOutsideAnswer('orders', {
      rows: [row, { ...row, amountCents: 'beaucoup' }, { title: 'Sans date', amountCents: 1 }, row],
      more: 'is not looked at',
    });
    expect(read?.rows.map(({ title }) => title)).toEqual(['Canapé', 'Canapé']);
    expect(read?.wrongRows).toBe(2);
    expect(read?.wrongAt).toMatch(/^rows\.1\.amountCents/);
  });

  it('[CONN-7] anything at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const read = readOutsideAnswer('cases', raw);
        return read === null || read.rows.length <= 50;
      }),
    );
  });
});
