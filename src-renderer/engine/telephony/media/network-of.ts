/** Asks the main process by which kind of network an address of this machine is reached. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { LiveQuality } from '@shared/domain/call-quality/call-quality.ts';

export const networkOf = async (address: string): Promise<LiveQuality['network']> => {
  const answer = await invoke('network.kind', { address });
  return answer.ok ? answer.value : 'unknown';
};
