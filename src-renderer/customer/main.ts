/**
 * The simulated customer of the training line: a real SIP user agent with a recorded voice, in a
 * window of its own. She rings when told, answers when called, speaks, and ends with the advisor.
 */

import {
  type PracticeReport,
  practiceOrderSchema,
} from '@renderer/engine/practice/practice-port.ts';
import type { LineCall } from '@renderer/engine/telephony/line.ts';
import { SipLine } from '@renderer/engine/telephony/sip/sip-line.ts';
import { onPort, requestPort } from '@renderer/platform/bridge.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { CustomerVoice, type Sentence } from './customer-voice.ts';

const answerAfterMs = 2_500;
const betweenMs = 1_800;

const voice = new CustomerVoice();
let engine: MessagePort | null = null;
let current: LineCall | null = null;

const report = (type: PracticeReport['type']): void =>
  engine?.postMessage({ type } satisfies PracticeReport);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const speak = async (call: LineCall, sentences: readonly Sentence[]): Promise<void> => {
  for (const sentence of sentences) {
    if (current !== call) return;
    await voice.say(sentence);
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
      voice.stop();
      call.send('release-media');
      if (current === call) current = null;
      report('ended');
    },
    named: () => undefined,
    mediaFailed: () => report('failed'),
  });
};

const line = new SipLine({
  openMicrophone: async () => voice.stream(),
  // She hears the advisor, but nobody should hear it twice in the room.
  speakerId: () => null,
  listener: {
    credentialsRefused: () => undefined,
    status: ({ status }) => {
      if (status === 'registered') report('registered');
      if (status === 'refused') report('failed');
    },
    turnsAway: () => null,
    incoming: (call) => {
      follow(call, ['hello', 'greeting', 'goodbye']);
      void pause(answerAfterMs).then(() => call.send('send-answer'));
    },
  },
});

const obey = (data: unknown): void => {
  const order = practiceOrderSchema.safeParse(data);
  if (!order.success) return;
  if (order.data.type === 'register') line.connect(order.data.line);
  else if (order.data.type === 'hang-up') current?.send('send-bye');
  else {
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
