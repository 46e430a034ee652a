import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { AmiClient, amiLimits } from '@api/pbx/ami/client.ts';
import { type AmiMessage, AmiReader, writeAmi } from '@api/pbx/ami/message.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../support/until';

const word = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((text) => /^[^:\r\n\s]+$/.test(text));
const value = fc
  .string({ maxLength: 40, unit: 'grapheme' })
  .map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim());
const messages = fc.array(
  fc.uniqueArray(fc.tuple(word, value), {
    minLength: 1,
    maxLength: 6,
    selector: ([key]) => key.toLowerCase(),
  }),
  { maxLength: 5 },
);

describe('[DIAL-3] messages of the switch', () => {
  it('[DIAL-3] come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (sent, sizes) => {
        const text = `Asterisk Call Manager/5.0.4\r\n\r\n${sent.map(writeAmi).join('')}`;
        const reader = new AmiReader();
        const got: AmiMessage[] = [];
        for (let at = 0; at < text.length; ) {
          const size = sizes.next().value ?? 1;
          got.push(...reader.take(text.slice(at, at + size)));
          at += size;
        }
        expect(got).toHaveLength(sent.length);
        sent.forEach((lines, place) => {
          for (const [key, wanted] of lines) expect(got[place]?.get(key)).toBe(wanted);
        });
      }),
    );
  });

  it.each(['a\r\nAction: Command', 'a\nb', 'a\rb', 'a\0b'])(
    '[DIAL-3] no value holds a second order (%j)',
    (bad) => {
      expect(() => writeAmi([['Variable', bad]])).toThrow('a line break in Variable');
    },
  );

  it('[DIAL-3] a peer that never ends a message is given up', () => {
    const reader = new AmiReader();
    expect(() => {
      for (let count = 0; count < 2000; count += 1) reader.take('x'.repeat(1000));
    }).toThrow('no end of a message');
  });
});

type Peer = {
  readonly server: Server;
  readonly port: number;
  readonly sockets: Socket[];
  readonly heard: AmiMessage[];
};
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

const SECRET = 'un secret';
const peer = async (answers: (message: AmiMessage) => string | null): Promise<Peer> => {
  const sockets: Socket[] = [];
  const heard: AmiMessage[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const reader = new AmiReader();
    socket.setEncoding('utf8');
    socket.write('Asterisk Call Manager/5.0.4\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (text: string) => {
      for (const message of reader.take(text)) {
        heard.push(message);
        const answer = answers(message);
        if (answer !== null) socket.write(answer);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, port, sockets, heard };
};
const answer = (message: AmiMessage, ...lines: [string, string][]): string =>
  writeAmi([['Response', 'Success'], ['ActionID', message.get('ActionID')], ...lines]);
const polite = (message: AmiMessage): string | null => {
  if (message.get('Action') === 'Challenge') return answer(message, ['Challenge', '4711']);
  return answer(message);
};
const quick = { ...amiLimits, answerMs: 150, pingMs: 50, firstRetryMs: 10, longestRetryMs: 20 };
const meet = (port: number) => {
  const seen = { ready: 0, away: [] as string[], events: [] as string[] };
  const client = new AmiClient(
    { host: '127.0.0.1', port, user: 'parlance', secret: SECRET },
    {
      ready: () => {
        seen.ready += 1;
      },
      away: (cause) => seen.away.push(cause),
      event: (message) => seen.events.push(message.get('Event')),
    },
    quick,
  );
  cleanups.push(() => client.close());
  return { client, seen };
};

describe('[DIAL-4] the connection to the switch', () => {
  it('[DIAL-4] signs in without sending its password', async () => {
    const { port, heard } = await peer(polite);
    const { seen } = meet(port);
    await until('it is signed in', () => seen.ready === 1);
    const login = heard.find((message) => message.get('Action') === 'Login');
    expect(login?.get('Key')).toBe(createHash('md5').update(`4711${SECRET}`).digest('hex'));
    expect(login?.get('Secret')).toBe('');
  });

  it('[DIAL-4] comes back by itself, and whatever was asked meanwhile fails at once', async () => {
    const { port, sockets } = await peer((message) =>
      message.get('Action') === 'Originate' ? null : polite(message),
    );
    const { client, seen } = meet(port);
    await until('it is signed in', () => seen.ready === 1);
    const asked = client.ask('Originate').catch((error: Error) => error.message);
    sockets[0]?.destroy();
    expect(await asked).toBe('the switch is away');
    await until('it is back', () => seen.ready === 2);
    expect(seen.away).toHaveLength(1);
  });

  it.each(['before', 'after'])(
    '[DIAL-4] what becomes of an order is heard, told %s its answer with an answer’s own words',
    async (when) => {
      const { port } = await peer((message) => {
        if (message.get('Action') !== 'Originate') return polite(message);
        const failed = writeAmi([
          ['Event', 'OriginateResponse'],
          ['ActionID', message.get('ActionID')],
          ['Response', 'Failure'],
        ]);
        return when === 'before' ? failed + answer(message) : answer(message) + failed;
      });
      const { client, seen } = meet(port);
      await until('it is signed in', () => seen.ready === 1);
      expect(await client.ask('Originate')).toHaveLength(1);
      await until('it is heard', () => seen.events.includes('OriginateResponse'));
    },
  );

  it('[DIAL-4] what is not answered in time has failed; a switch that is silent is away', async () => {
    let isSilent = false;
    const { port } = await peer((message) => (isSilent ? null : polite(message)));
    const { client, seen } = meet(port);
    await until('it is signed in', () => seen.ready === 1);
    isSilent = true;
    await expect(client.ask('Originate')).rejects.toThrow('did not answer Originate');
    await until('it is away', () => !client.isReady);
    isSilent = false;
    await until('it is back', () => seen.ready >= 2 && client.isReady);
  });

  it('[DIAL-4] a refused sign-in is tried again, and says no secret', async () => {
    const { port, heard } = await peer((message) =>
      message.get('Action') === 'Login'
        ? writeAmi([
            ['Response', 'Error'],
            ['ActionID', message.get('ActionID')],
            ['Message', 'Authentication failed'],
          ])
        : polite(message),
    );
    const { seen } = meet(port);
    await until('it was tried twice', () => seen.away.length >= 2);
    expect(heard.filter((message) => message.get('Action') === 'Login').length).toBeGreaterThan(1);
    expect(seen.away.join()).toContain('Authentication failed');
    expect(seen.away.join()).not.toContain(SECRET);
  });

  it('[DIAL-4] a list comes whole; events of nobody’s question are told', async () => {
    const { port } = await peer((message) => {
      if (message.get('Action') !== 'CoreShowChannels') return polite(message);
      const id: [string, string] = ['ActionID', message.get('ActionID')];
      return [
        answer(message, ['EventList', 'start']),
        writeAmi([['Event', 'CoreShowChannel'], id, ['Uniqueid', 'a']]),
        writeAmi([
          ['Event', 'Hangup'],
          ['Uniqueid', 'b'],
        ]),
        writeAmi([['Event', 'CoreShowChannelsComplete'], id, ['EventList', 'Complete']]),
      ].join('');
    });
    const { client, seen } = meet(port);
    await until('it is signed in', () => seen.ready === 1);
    const listed = await client.ask('CoreShowChannels');
    expect(listed.map((message) => message.get('Uniqueid'))).toEqual(['a', '']);
    expect(seen.events).toEqual(['Hangup']);
  });
});
