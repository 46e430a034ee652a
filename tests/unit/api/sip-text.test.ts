import {
  branchOf,
  cseqOf,
  isAnswerable,
  parseUri,
  replacedCallId,
  tagOf,
} from '@api/training/sip-fields.ts';
import {
  parseSip,
  type SipRequest,
  splitList,
  withoutFirst,
  writeSip,
} from '@api/training/sip-message.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const token = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);
const plain = fc.stringMatching(/^[!-~][ -~]{0,40}[!-~]$/);

describe('SIP text', () => {
  it('[TRAIN-21] any text is a message or none, and no field of it throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(
          fc.oneof(
            plain,
            fc.constantFrom(
              'INVITE sip:a@b SIP/2.0',
              'SIP/2.0 200 OK',
              'To: <sip:%zz@x>;tag=',
              'Via: ;branch=',
            ),
          ),
          { maxLength: 12 },
        )
        .map((lines) => lines.join('\r\n')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const message = parseSip(text);
        parseUri(text);
        splitList(text);
        if (message === null) return;
        for (const read of [branchOf, cseqOf, isAnswerable, replacedCallId]) read(message);
        tagOf(message, 'To');
        withoutFirst(message, 'Via');
        expect(parseSip(writeSip(message))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('[TRAIN-21] what is written is read again the same, the length of its body apart', () => {
    const header = fc.record({ name: token.map((name) => `X-${name}`), value: plain });
    const request: fc.Arbitrary<SipRequest> = fc.record({
      kind: fc.constant('request' as const),
      method: fc.constantFrom('INVITE', 'BYE', 'INFO'),
      uri: token.map((user) => `sip:${user}@host`),
      headers: fc.array(header, { maxLength: 10 }),
      body: fc.string({ unit: 'grapheme', maxLength: 60 }),
    });
    fc.assert(
      fc.property(request, (sent) => {
        const read = parseSip(writeSip(sent));
        const headers = read?.headers.filter(({ name }) => name !== 'Content-Length');
        expect({ ...read, headers }).toEqual(sent);
      }),
    );
  });

  it('[TRAIN-21] lists are split at commas outside quotes and brackets only', () => {
    expect(splitList('"a, b" <sip:x;y=1,2>, <sip:z>')).toEqual(['"a, b" <sip:x;y=1,2>', '<sip:z>']);
    const message = parseSip('BYE sip:a@b SIP/2.0\r\nv: one, two\r\nVia: three\r\n\r\n');
    if (message === null) throw new Error('unread');
    expect(withoutFirst(message, 'Via').headers.map(({ value }) => value)).toEqual([
      'two',
      'three',
    ]);
  });
});
