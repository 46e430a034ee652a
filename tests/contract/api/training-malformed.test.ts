import { routes } from '@shared/contracts/routes.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let address: string;
beforeAll(async () => {
  hub = await startHubUnderTest();
  const listening = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  address = listening.replace('http', 'ws') + routes.trainingLine;
});
afterAll(() => hub.close());

const connect = async (protocols: string[] = ['sip']) => {
  const socket = new WebSocket(address, protocols);
  const heard: string[] = [];
  let code = 0;
  socket.on('message', (data) => heard.push(String(data)));
  socket.on('close', (closeCode) => (code = closeCode));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, heard, closeCode: () => code };
};

const request = (change: (lines: string[]) => string[] = (lines) => lines, method = 'OPTIONS') =>
  [
    ...change([
      `${method} sip:training.parlance.example SIP/2.0`,
      'Via: SIP/2.0/WS test.invalid;branch=z9hG4bK1',
      'From: <sip:6001@training.parlance.example>;tag=a',
      'To: <sip:6001@training.parlance.example>',
      'Call-ID: abc@test.invalid',
      `CSeq: 1 ${method}`,
      'Max-Forwards: 70',
    ]),
    '',
    '',
  ].join('\r\n');

/** The switch still works: it answers an OPTIONS on that connection. */
const expectAlive = async (client: { socket: WebSocket; heard: string[] }) => {
  client.heard.length = 0;
  client.socket.send(request());
  await until('the switch answers', () =>
    client.heard.some((text) => text.startsWith('SIP/2.0 200')),
  );
};

describe('malformed SIP', () => {
  it('[TRAIN-15] a connection without the sub-protocol sip is refused', async () => {
    const client = await connect([]);
    await until('closed', () => client.closeCode() === 1002);
  });

  it('[TRAIN-16] a keep-alive is answered', async () => {
    const client = await connect();
    client.socket.send('\r\n\r\n');
    await until('answered', () => client.heard.includes('\r\n'));
    client.socket.close();
  });

  it('[TRAIN-17] a request without what an answer needs is 400 or nothing, and the switch goes on', async () => {
    const client = await connect();
    for (let missing = 1; missing <= 6; missing += 1) {
      client.socket.send(request((lines) => lines.filter((_, index) => index !== missing)));
    }
    client.socket.send(request((lines) => lines, 'INVITE').replace('sip:training', 'tel:+1;x='));
    client.socket.send(request((lines) => lines, 'SUBSCRIBE'));
    client.socket.send(
      request((lines) => lines.map((line) => line.replace('Max-Forwards: 70', 'Max-Forwards: 0'))),
    );
    await until('405 and 483', () =>
      ['405', '483'].every((status) =>
        client.heard.some((text) => text.startsWith(`SIP/2.0 ${status}`)),
      ),
    );
    await expectAlive(client);
    client.socket.close();
  });

  it('[TRAIN-18] requests of a call that is not there, or is somebody else’s, are 481', async () => {
    const client = await connect();
    const inCall = (lines: string[]) =>
      lines.map((line) => (line.startsWith('To:') ? `${line};tag=b` : line));
    for (const method of ['BYE', 'INFO', 'REFER', 'INVITE', 'UPDATE']) {
      client.heard.length = 0;
      client.socket.send(request(inCall, method));
      await until(`481 for ${method}`, () =>
        client.heard.some((text) => text.startsWith('SIP/2.0 481')),
      );
    }
    client.socket.send(request((lines) => lines, 'CANCEL'));
    client.socket.send(request(inCall, 'ACK'));
    await expectAlive(client);
    client.socket.close();
  });

  it('[TRAIN-17] whatever arrives, the switch goes on', async () => {
    const client = await connect();
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom(
        'Via: SIP/2.0/WS x;branch=z9hG4bK9',
        'From: <sip:6001@x>;tag=q',
        'To: "<script>" <sip:6002@x>',
        'Call-ID: c',
        'CSeq: 99999999999999 INVITE',
        'CSeq: 1 REGISTER',
        'Contact: *',
        'Authorization: Digest username="6001", response="", nonce="-"',
        'Authorization: Digest username="\\\\"',
        'Replaces: nobody;to-tag=1;from-tag=2',
        'Content-Length: -5',
        ' folded',
      ),
    );
    const start = fc.constantFrom(
      'REGISTER sip:x SIP/2.0',
      'INVITE sip:6002@x SIP/2.0',
      'ACK sip:%zz@x SIP/2.0',
      'SIP/2.0 200 OK',
      'SIP/2.0 999 No',
      '',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.array(line, { maxLength: 12 }), async (first, lines) => {
        client.socket.send([first, ...lines, '', 'body'].join('\r\n'));
        await expectAlive(client);
      }),
      { numRuns: 150, seed: 20_817 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        client.socket.send(bytes);
        await expectAlive(client);
      }),
      { numRuns: 60, seed: 20_817 },
    );
    client.socket.close();
  });

  it('[TRAIN-17] a message larger than any call needs ends its connection only', async () => {
    const large = await connect();
    const other = await connect();
    large.socket.send('x'.repeat(200_000));
    await until('closed', () => large.closeCode() === 1009);
    await expectAlive(other);
    other.socket.close();
    expect(hub.logged.join('')).not.toContain('SIP unanswered');
  });
});
