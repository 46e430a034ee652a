/** Who could take a call: as the hub says now, or whom this desktop knew when it last could ask. */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type Colleague, colleaguesSchema } from '@shared/contracts/http/colleagues.ts';
import { routes } from '@shared/contracts/routes.ts';

const keptKey = 'colleagues';
/** A panel that opens in a talk cannot wait for a hub that is slow. */
const answerWithinMs = 2_000;

const withoutState = (one: Colleague): Colleague => ({
  ...one,
  state: null,
  pauseReason: null,
  since: null,
});

/** @returns `known` false: the states are not known now */
export const listColleagues = async (
  hub: HubClient,
  cache: Cache,
): Promise<{ colleagues: Colleague[]; known: boolean }> => {
  const answer = await hub.ask({
    method: 'GET',
    path: routes.colleagues,
    answer: colleaguesSchema,
    timeoutMs: answerWithinMs,
  });
  if (answer.ok) {
    await cache.keep(keptKey, answer.value);
    return { ...answer.value, known: true };
  }
  const kept = colleaguesSchema.safeParse(await cache.read(keptKey));
  return { colleagues: kept.success ? kept.data.colleagues.map(withoutState) : [], known: false };
};

/** The name of whoever has this extension: as kept here, else as the hub says. */
export const colleagueAt = async (
  hub: HubClient,
  cache: Cache,
  extension: string,
): Promise<string | null> => {
  const nameIn = (colleagues: readonly Colleague[]): string | null =>
    colleagues.find((one) => one.extension === extension)?.name ?? null;
  const kept = colleaguesSchema.safeParse(await cache.read(keptKey));
  const known = kept.success ? nameIn(kept.data.colleagues) : null;
  return known ?? nameIn((await listColleagues(hub, cache)).colleagues);
};
