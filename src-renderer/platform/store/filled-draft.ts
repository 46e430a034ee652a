/**
 * What a walk through the speech fills in by itself. Only what the speech put there is changed
 * again: what she chose or wrote with her own hands stays.
 */
import type { WorkDraft } from '@shared/contracts/engine/views.ts';
import type { Action } from '@shared/domain/script/action.ts';
import { effectsOf, type SpeechEffects } from '@shared/domain/script/effects.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import type { Script } from '@shared/domain/script/script.ts';

/** How the words of an action are read in this call, and what time it is. */
export type Filling = {
  readonly script: Script;
  readonly nowMs: number;
  readonly plain: (written: string) => string;
};

const hourMs = 3_600_000;
/** A day without an hour is called in the morning. */
const morning = 10;

const dueOf = (
  action: Extract<Action, { type: 'callback' | 'appointment' }>,
  record: SpeechRecord,
  nowMs: number,
): string => {
  const answer = action.when === undefined ? undefined : record.fields[action.when];
  const day = typeof answer === 'string' ? /^(\d{4})-(\d\d)-(\d\d)/.exec(answer) : null;
  if (day === null) return new Date(nowMs + action.inHours * hourMs).toISOString();
  const [, year, month, date] = day.map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, date ?? 1, morning).toISOString();
};

const ofType = <T extends Action['type']>(
  { actions }: SpeechEffects,
  ...types: readonly T[]
): Extract<Action, { type: T }> | undefined =>
  actions
    .map(({ action }) => action)
    .findLast((one): one is Extract<Action, { type: T }> => types.includes(one.type as T));

const callbackOf = (
  effects: SpeechEffects,
  record: SpeechRecord,
  { nowMs, plain }: Filling,
): WorkDraft['callback'] => {
  const action = ofType(effects, 'callback', 'appointment');
  if (action === undefined) return null;
  return {
    dueAt: dueOf(action, record, nowMs),
    assignee: action.type === 'callback' ? action.assignee : 'me',
    reason: plain(action.reason).slice(0, 300),
  };
};

const caseOf = (effects: SpeechEffects, { plain }: Filling): WorkDraft['case'] => {
  const action = ofType(effects, 'open-case');
  const filled = (target: string) => effects.fills.findLast((one) => one.target === target)?.value;
  const title = filled('case.title');
  const detail = filled('case.detail');
  if (action === undefined && title === undefined && detail === undefined) return null;
  return {
    mode: 'open',
    kind: action?.kind ?? 'request',
    title: (title ?? plain(action?.title ?? '')).slice(0, 200),
    detail: (detail ?? plain(action?.detail ?? '')).slice(0, 4000),
  };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A callback keeps the moment that it was promised for, whatever is answered afterwards. */
const sameButTime = (a: WorkDraft['callback'], b: WorkDraft['callback']): boolean =>
  same(a && { ...a, dueAt: '' }, b && { ...b, dueAt: '' });

/** The draft after the walk went from one record to the next. */
export const filledDraft = (
  draft: WorkDraft,
  before: SpeechRecord,
  after: SpeechRecord,
  filling: Filling,
): WorkDraft => {
  const was = effectsOf(filling.script, before);
  const is = effectsOf(filling.script, after);
  const owns = (now: unknown, then: unknown) => now === null || same(now, then);
  const caseWas = caseOf(was, filling);
  const caseIs = caseOf(is, filling);
  const callWas = callbackOf(was, before, filling);
  const callIs = callbackOf(is, after, filling);
  const answersWhen = !same(before.fields, after.fields) && callIs !== null;
  const callTouched = !sameButTime(callWas, callIs) || answersWhen;
  const ownsCall = draft.callback === null || sameButTime(draft.callback, callWas);
  return {
    ...draft,
    speech: after,
    dispositionCode:
      was.dispositionCode !== is.dispositionCode && owns(draft.dispositionCode, was.dispositionCode)
        ? is.dispositionCode
        : draft.dispositionCode,
    case: !same(caseWas, caseIs) && owns(draft.case, caseWas) ? caseIs : draft.case,
    callback: callTouched && ownsCall ? callIs : draft.callback,
  };
};
