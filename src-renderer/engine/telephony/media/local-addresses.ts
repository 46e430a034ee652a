/**
 * The addresses of this machine as the browser knows them now. It learns of a new network some two
 * seconds after the system does, and tells nobody; only a new gathering shows it.
 */
const gatherWithinMs = 150;

/** Sorted, in one text; empty while there is none. */
export const localAddresses = (): Promise<string> =>
  new Promise((resolve) => {
    const pc = new RTCPeerConnection();
    const found = new Set<string>();
    const finish = (): void => {
      clearTimeout(timer);
      pc.close();
      resolve([...found].sort().join(' '));
    };
    const timer = setTimeout(finish, gatherWithinMs);
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) finish();
      else if (candidate.address) found.add(candidate.address);
    });
    pc.createDataChannel('addresses');
    pc.setLocalDescription().catch(finish);
  });
