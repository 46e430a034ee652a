/** What advisors of a scope did with their time, what became of their calls, and what the switch says of its queues. */
import type { HubDependencies } from '@api/hub-app.ts';
import { gapsOf, queueGroupsBy } from '@api/modules/queue-figures/service.ts';
import type {
  CentreAnswer,
  CentreCut,
  CentreQuery,
} from '@shared/contracts/http/centre-figures.ts';
import { centreFigureWords } from '@shared/domain/centre/figure-words.ts';
import { type Counted, centreFigures, noCalls } from '@shared/domain/centre/figures.ts';
import type { QueueTarget } from '@shared/domain/queue-call/figures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { callSums, goalSums } from './calls-repository.ts';
import { findNames } from './names-repository.ts';
import { type CentreScope, scopeOf } from './scope.ts';
import { isStateCut, noTime, stateSums } from './states-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;
type Db = Hub['database']['db'];

/** Queues are nobody's: they are told by these, and of all of them. */
const queueCut = (by: CentreCut) =>
  by === 'advisor' || by === 'team' || by === 'speech' ? null : by;

/** An advisor is told of no queue: its other calls are those of her colleagues. */
const queuesIn = async (db: Db, { whose, brandIds, days }: CentreScope, by: CentreCut) =>
  whose === 'own' ? null : queueGroupsBy(db, brandIds, { ...days, by: queueCut(by) ?? 'queue' });

const statesIn = async (db: Db, scope: CentreScope, by: CentreCut) =>
  scope.people === null
    ? null
    : stateSums(db, scope, scope.people, isStateCut(by) ? by : 'advisor');

type Row = { readonly key: string | null; readonly counted: Counted };
type Told = { readonly rows: readonly Row[]; readonly total: Counted };

const countIn = async (
  db: Db,
  scope: CentreScope,
  by: CentreCut,
): Promise<Told & { readonly targetOf: (queue: string) => QueueTarget }> => {
  const [states, calls, goals, queues] = await Promise.all([
    statesIn(db, scope, by),
    callSums(db, scope, by),
    goalSums(db, scope, by),
    queuesIn(db, scope, by),
  ]);
  const byState = isStateCut(by) ? (states?.byKey ?? null) : null;
  const byGoal = by === 'queue' ? null : goals.byKey;
  const byQueue = queueCut(by) === null ? null : (queues?.byKey ?? null);
  const keys = new Set<string | null>([
    ...(byState?.keys() ?? []),
    ...calls.byKey.keys(),
    ...(byGoal?.keys() ?? []),
    ...(byQueue?.keys() ?? []),
  ]);
  const noGoals = { reached: 0, won: 0 };
  const rows = [...keys].map((key) => ({
    key,
    counted: {
      states: byState === null ? null : (byState.get(key) ?? noTime),
      calls: calls.byKey.get(key) ?? noCalls,
      goals: byGoal === null ? null : (byGoal.get(key) ?? noGoals),
      queue: byQueue === null || key === null ? null : (byQueue.get(key) ?? []),
    },
  }));
  const total: Counted = {
    states: states === null ? null : (states.total ?? noTime),
    calls: calls.total ?? noCalls,
    goals: goals.total ?? noGoals,
    queue: queues?.all ?? null,
  };
  const targetOf = queues?.targetOf ?? (() => ({ targetS: 0, shortS: 0 }));
  return { rows, total, targetOf };
};

/** Rows are in the order of their keys, those of no key last. */
export const centreFiguresFor = async (
  hub: Hub,
  user: User,
  asked: CentreQuery,
): Promise<Result<CentreAnswer>> => {
  const { by } = asked;
  if (user.role === 'advisor' && by === 'team') return fail('role-not-allowed');
  const scope = await scopeOf(hub, user, asked);
  if (!scope.ok) return scope;
  const { db } = hub.database;
  const { whose, days, now } = scope.value;
  const { rows, total, targetOf } = await countIn(db, scope.value, by);
  const keys = rows.flatMap(({ key }) => key ?? []);
  const names = await findNames(db, by, keys);
  return succeed({
    at: now,
    ...days,
    by,
    scope: whose,
    rows: [...rows]
      .sort((a, b) => (a.key ?? '￿').localeCompare(b.key ?? '￿'))
      .map(({ key, counted }) => ({
        key,
        label: key === null ? null : (names.get(key) ?? null),
        figures: centreFigures(counted, targetOf),
      })),
    total: centreFigures(total, targetOf),
    gaps: whose === 'own' ? [] : await gapsOf(hub, days),
    definitions: centreFigureWords,
  });
};
