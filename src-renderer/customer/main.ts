/**
 * The simulated customer of the training line: a real SIP user agent with a recorded voice, in a
 * window of its own. She rings when told, answers when called, speaks, and ends with the advisor;
 * in a role-play she follows its script. Whom an advisor asks meanwhile is a colleague, played too.
 */

import {
  type PracticeOrder,
  type PracticeReport,
  practiceOrderSchema,
} from '@renderer/engine/practice/practice-port.ts';
import type { LineCall } from '@renderer/engine/telephony/line.ts';
import { SipLine } from '@renderer/engine/telephony/sip/sip-line.ts';
import { onPort, requestPort } from '@renderer/platform/bridge.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { CustomerVoice, type Sentence, sentenceFiles } from './customer-voice.ts';
import { Player } from './player.ts';

const answerAfterMs = 2_500;
const betweenMs = 1_800;

const voice = new CustomerVoice();
let engine: MessagePort | null = null;
let current: LineCall | null = null;
let player: Player | null = null;

const report = (said: PracticeReport): void => engine?.postMessage(said);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const speak = async (call: LineCall, sentences: readonly Sentence[]): Promise<void> => {
  for (const sentence of sentences) {
    if (current !== call) return;
    await voice.say(sentenceFiles[sentence]);
    await pause(betweenMs);
  }
};

const over = new Set<CallEvent['type']>([
  'remote-hung-up',
  'remote-cancelled',
  'rejected',
  'connection-lost',
  'answer-failed',
]);

const follow = (call: LineCall, sentences: readonly Sentence[]): void => {
  current = call;
  call.listen({
    event: ({ type }) => {
      if (type === 'accepted') void speak(call, sentences);
      if (!over.has(type)) return;
      if (current === call) voice.stop();
      call.send('release-media');
      if (current === call) current = null;
      report({ type: 'ended' });
    },
    named: () => undefined,
    mediaFailed: () => report({ type: 'failed' }),
  });
};

const answerSoon = (call: LineCall): void =>
  void pause(answerAfterMs).then(() => call.send('send-answer'));

/** The call that she waits for in her role, or one more, to somebody who helps the advisor. */
const taken = (call: LineCall): void => {
  const playing = player !== null && !player.isOver;
  if (playing && player?.part.rolePlay.direction === 'outbound' && !player.hasCall)
    player.follow(call);
  else follow(call, playing ? [] : ['hello', 'greeting', 'goodbye']);
  answerSoon(call);
};

const line = new SipLine({
  openMicrophone: async () => voice.stream(),
  // She hears the advisor, but nobody should hear it twice in the room.
  speakerId: () => null,
  listener: {
    credentialsRefused: () => undefined,
    status: ({ status }) => {
      if (status === 'registered') report({ type: 'registered' });
      if (status === 'refused') report({ type: 'failed' });
    },
    turnsAway: () => null,
    incoming: taken,
  },
  referred: () => player?.take({ type: 'transferred' }),
});

const play = ({ advisorExtension, ...part }: Extract<PracticeOrder, { type: 'play' }>): void => {
  player?.take({ type: 'line-broken' });
  player = new Player(part, { voice, report });
  const { direction, brandNumber, customerNumber } = part.rolePlay;
  if (direction === 'outbound') return;
  const forWhom = [`X-Practice-For: ${advisorExtension}`];
  player.follow(line.dial(brandNumber, forWhom, customerNumber ?? 'anonymous'));
};

const obey = (data: unknown): void => {
  const order = practiceOrderSchema.safeParse(data);
  if (!order.success) return;
  if (order.data.type === 'register') line.connect(order.data.line);
  else if (order.data.type === 'hang-up') current?.send('send-bye');
  else if (order.data.type === 'play') play(order.data);
  else if (order.data.type === 'tell') {
    const { playId, event } = order.data;
    if (player?.part.playId === playId) player.take({ type: event });
  } else {
    const { callerNumber, calledNumber, advisorExtension } = order.data;
    follow(line.dial(calledNumber, [`X-Practice-For: ${advisorExtension}`], callerNumber), [
      'greeting',
      'reason',
      'goodbye',
    ]);
  }
};

onPort((port) => {
  engine = port;
  port.onmessage = ({ data }) => obey(data);
});
requestPort();
