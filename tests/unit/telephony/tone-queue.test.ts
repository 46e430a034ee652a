import { ToneQueue } from '@renderer/engine/telephony/media/tone-queue.ts';
import { expect, it } from 'vitest';

class Peer extends EventTarget {
  connectionState = 'connecting';
  inserted: string[] = [];
  dtmf = {
    canInsertDTMF: true,
    toneBuffer: '',
    insertDTMF: (tones: string) => void this.inserted.push(tones),
  };
  getSenders = () => [{ dtmf: this.dtmf }];
  become(state: string): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}
const queue = (peer: Peer): ToneQueue => new ToneQueue(peer as unknown as RTCPeerConnection);

it('[LINE-22] tones keyed before the media flows wait for it, in order, and are sent once', () => {
  const peer = new Peer();
  const tones = queue(peer);
  expect([tones.send('1'), tones.send('2')]).toEqual([true, true]);
  expect(peer.inserted).toEqual([]);
  peer.become('connected');
  peer.become('connected');
  expect(peer.inserted).toEqual(['12']);
  expect(tones.send('#')).toBe(true);
  expect(peer.inserted).toEqual(['12', '#']);
});

it('[LINE-22] a call that carries no tones, or is over, says so', () => {
  const peer = new Peer();
  peer.dtmf.canInsertDTMF = false;
  peer.connectionState = 'connected';
  expect(queue(peer).send('1')).toBe(false);
  peer.connectionState = 'closed';
  expect(queue(peer).send('1')).toBe(false);
});
