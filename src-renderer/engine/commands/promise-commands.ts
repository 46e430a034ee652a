/** Promises that run, and what she grants: judged here by the rules this desktop holds. */

import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import { channelMapSchema } from '@shared/contracts/http/channel-map.ts';
import { askedGrantsSchema, deadlinesSchema } from '@shared/contracts/http/promises.ts';
import { routes } from '@shared/contracts/routes.ts';
import {
  allowancesOf,
  type Grant,
  grantSchema,
  judgeGrant,
} from '@shared/domain/delegation/delegation.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Shift } from '../shift/shift.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

const answerWithinMs = 4_000;

const give = async (
  { board, clock, newId }: CommandDeps,
  shift: Shift,
  wish: CommandInput<'grants.give'>,
): Promise<Result<{ status: 'granted' | 'asked' }>> => {
  const user = board.get('session').user;
  if (user === null) return fail('sign-in-required');
  const bundle = await shift.records.library.bundle(wish.customerId);
  if (bundle === null) return fail('customer-unknown');
  const rules = board.get('reference').rules.find(({ brandId }) => brandId === wish.brandId);
  const relation = bundle.customer.relations.find(({ brandId }) => brandId === wish.brandId);
  const granting = { role: user.role, relation, reasonCode: wish.reasonCode };
  const verdict = judgeGrant(rules === undefined ? [] : allowancesOf(rules, granting), wish);
  if (verdict === 'refused') return fail('grant-beyond-rules');
  const status = verdict === 'granted' ? ('granted' as const) : ('asked' as const);
  const payload: Grant = {
    ...wish,
    id: newId(),
    note: '',
    status,
    byId: user.id,
    at: toInstant(clock.now()),
    decidedById: null,
    decidedAt: null,
  };
  const orderKey =
    shift.work.get(wish.interactionId ?? '')?.facts.orderKey ?? `customer:${wish.customerId}`;
  const kept = await shift.record({ kind: 'grant.record', payload }, orderKey);
  return kept.ok ? succeed({ status }) : kept;
};

export const promiseCommands = (
  deps: CommandDeps,
): Part<'promises'> & Part<'grants'> & Part<'measures'> => {
  const { board, hub } = deps;
  const on = withShift(deps.session);
  const decides = () =>
    ['team-lead', 'administrator'].includes(board.get('session').user?.role ?? '');
  return {
    'measures.channel-map': on((_shift, { brandId, ...time }) =>
      hub.ask({
        method: 'GET',
        path: routes.channelMap,
        query: { ...time, brandId: brandId ?? undefined },
        answer: channelMapSchema,
      }),
    ),
    'promises.list': on(async () => {
      const [running, asked] = await Promise.all([
        hub.ask({
          method: 'GET',
          path: routes.deadlines,
          query: { limit: 50 },
          answer: deadlinesSchema,
          timeoutMs: answerWithinMs,
        }),
        decides()
          ? hub.ask({
              method: 'GET',
              path: routes.askedGrants,
              answer: askedGrantsSchema,
              timeoutMs: answerWithinMs,
            })
          : succeed({ grants: [] }),
      ]);
      return succeed({
        deadlines: running.ok ? running.value.deadlines : [],
        asked: asked.ok ? asked.value.grants : [],
        known: running.ok && asked.ok,
      });
    }),
    'grants.give': on((shift, wish) => give(deps, shift, wish)),
    'grants.decide': on(async (shift, { grantId, approve }) => {
      const answer = await hub.ask({
        method: 'POST',
        path: `${routes.askedGrants}/${grantId}/decide`,
        body: { approve },
        answer: grantSchema,
      });
      shift.records.retryNow();
      return answer.ok ? done : answer;
    }),
  };
};
