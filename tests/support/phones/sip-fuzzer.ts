/** SIP messages that are nearly right: a grammar of odd values, and damage done to the text. */
import { randomUUID } from 'node:crypto';

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export const numbersOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const methods = ['INVITE', 'OPTIONS', 'OPTIONS', 'BYE', 'CANCEL', 'ACK', 'NOTIFY', 'INFO', 'REFER'];
const oddities = [
  '',
  '"',
  '<>',
  ';;;',
  '%00',
  '\u0000',
  'é€漢😀',
  '<img src=x onerror="window.hacked=1">',
  '-1',
  '99999999999999999999',
  '<sip:[::1]:99999;lr>',
  `"${'\\'.repeat(31)}`,
  'a'.repeat(5_000),
  '\r\n ',
  '=,=;q=0.0001',
  'application/sdp',
];
const names = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Contact', 'Max-Forwards', 'Require'];

export class SipFuzzer {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersOf(seed);
  }

  /** One message to this contact. */
  message(contact: string): string {
    const method = this.#one(methods);
    const value = (name: string, usual: string): string =>
      this.#chance(0.12) ? `${name}: ${this.#one(oddities)}` : `${name}: ${usual}`;
    const lines = [
      value('Via', `SIP/2.0/WS fuzz.invalid;branch=z9hG4bK${randomUUID()}`),
      value('Max-Forwards', '70'),
      value('From', '"Fuzz" <sip:+33639980003@fuzz.invalid>;tag=fuzz'),
      value('To', `<${contact}>`),
      value('Call-ID', randomUUID()),
      value('CSeq', `${Math.floor(this.#next() * 9)} ${method}`),
      value('Contact', '<sip:fuzz@fuzz.invalid;transport=ws>'),
      ...(this.#chance(0.3) ? [`${this.#one(names)}: ${this.#one(oddities)}`] : []),
      ...(this.#chance(0.2) ? ['Content-Type: application/sdp'] : []),
    ].filter(() => !this.#chance(0.05));
    const body = this.#chance(0.2) ? `v=0\r\nm=audio ${this.#one(oddities)} RTP\r\n` : '';
    lines.push(value('Content-Length', String(Buffer.byteLength(body))));
    const whole = [`${method} ${contact} SIP/2.0`, ...lines, '', body].join('\r\n');
    return this.#chance(0.4) ? this.#damaged(whole) : whole;
  }

  #damaged(text: string): string {
    const at = Math.floor(this.#next() * text.length);
    const length = Math.floor(this.#next() * 30);
    const [before, gone, after] = [
      text.slice(0, at),
      text.slice(at, at + length),
      text.slice(at + length),
    ];
    const ways = [
      before + after,
      before + gone + gone + after,
      before + this.#one(oddities) + after,
      before,
    ];
    return this.#one(ways);
  }
  #chance(share: number): boolean {
    return this.#next() < share;
  }
  #one(all: readonly string[]): string {
    return all[Math.floor(this.#next() * all.length)] ?? '';
  }
}
