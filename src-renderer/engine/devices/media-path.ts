/** A call from this machine to itself: whether sound gets through, and how well. */
import { QualityWatch } from '@shared/domain/call-quality/quality-watch.ts';
import { readSample } from '../telephony/media/read-sample.ts';

const everyMs = 250;
const samples = 8;
const connectedWithinMs = 3_000;

const connected = (pc: RTCPeerConnection): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), connectedWithinMs);
    pc.addEventListener('connectionstatechange', () => {
      if (pc.connectionState !== 'connected') return;
      clearTimeout(timer);
      resolve(true);
    });
  });

const join = async (one: RTCPeerConnection, other: RTCPeerConnection): Promise<void> => {
  one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined);
  other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined);
  await one.setLocalDescription();
  await other.setRemoteDescription(one.localDescription as RTCSessionDescription);
  await other.setLocalDescription();
  await one.setRemoteDescription(other.localDescription as RTCSessionDescription);
};

/** @returns the opinion score of what came through, null when nothing did */
export const tryMediaPath = async (iceServers: readonly RTCIceServer[]): Promise<number | null> => {
  const context = new AudioContext();
  const [here, there] = [0, 1].map(() => new RTCPeerConnection({ iceServers: [...iceServers] }));
  if (here === undefined || there === undefined) return null;
  try {
    const tone = context.createOscillator();
    const sound = context.createMediaStreamDestination();
    tone.connect(sound);
    tone.start();
    for (const track of sound.stream.getAudioTracks()) here.addTrack(track, sound.stream);
    const comes = connected(there);
    await join(here, there);
    if (!(await comes)) return null;
    const watch = new QualityWatch();
    for (let at = 0; at < samples; at += 1) {
      watch.take(await readSample(there), { muted: true, held: false });
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return watch.live.alarm === 'nothing-received' ? null : watch.mos;
  } catch {
    return null;
  } finally {
    here.close();
    there.close();
    await context.close();
  }
};
