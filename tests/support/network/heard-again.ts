import { until } from '../until';

const LOUD_DB = -30;
const STEADY_MS = 1_000;

/**
 * For how long nothing is heard from a change of the network on, in ms: until it has been heard for a
 * second without a break and the change has arrived.
 */
export async function silenceAfter(
  change: () => Promise<unknown>,
  heardDb: () => Promise<number>,
  arrived: () => Promise<boolean>,
): Promise<number> {
  const at = Date.now();
  let quietAt = at;
  await change();
  await until(
    'it is heard again after the change',
    async () => {
      if ((await heardDb()) <= LOUD_DB) quietAt = Date.now();
      return Date.now() - quietAt > STEADY_MS && (await arrived());
    },
    30_000,
  );
  return quietAt - at;
}
