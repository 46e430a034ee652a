/** By when she has to be reached: time left, deadline, four quarters of what was promised. */
import { useMinute, useSecond } from '@renderer/platform/clock/use-now.ts';
import {
  formatDay,
  formatHours,
  formatTime,
  formatTimer,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type BrandRules, belongsTo } from '@shared/domain/brand-rules/brand-rules.ts';
import { type Deadline, deadlineOf, timeLeft } from '@shared/domain/deadline/deadline.ts';
import styles from './promise-clock.module.css';

const css = styleNames(styles);
const soonMs = 15 * 60_000;
const quarters = [0, 1, 2, 3] as const;

const stateOf = (leftMs: number): 'running' | 'soon' | 'past' => {
  if (leftMs <= 0) return 'past';
  return leftMs <= soonMs ? 'soon' : 'running';
};

const Left = ({ deadline, leftMs }: { readonly deadline: Deadline; readonly leftMs: number }) => {
  const { t } = useText();
  const state = stateOf(leftMs);
  // Seconds count in the last minute only: before, a figure that moves would draw the eye.
  const figure =
    leftMs > 0 && leftMs < 60_000 ? formatTimer(leftMs) : formatHours(Math.abs(leftMs), t);
  return (
    <span className={css('left', state)}>
      {state === 'running' ? null : <Icon name={state === 'past' ? 'alert' : 'clock'} />}
      <b>{state === 'past' ? `+${figure}` : figure}</b>
      <span>{t(`promise.${state === 'past' ? 'past' : deadline.vip ? 'vip' : 'anyone'}`)}</span>
    </span>
  );
};

const Due = ({ dueAt, now }: { readonly dueAt: string; readonly now: number }) => {
  const { t, language } = useText();
  const time = formatTime(dueAt, language);
  return (
    <time dateTime={dueAt}>
      {isSameDay(dueAt, now)
        ? t('promise.before', { time })
        : t('promise.beforeDay', { day: formatDay(dueAt, language), time })}
    </time>
  );
};

type Running = { readonly deadline: Deadline; readonly used: number; readonly now: number };

const Clock = ({ deadline, used, now }: Running) => {
  const { t } = useText();
  const leftMs = Date.parse(deadline.dueAt) - now;
  const current = Math.min(3, Math.floor(used * 4));
  return (
    <section
      className={css('clock')}
      aria-label={t('promise.label', { channel: t(`channel.${deadline.channel}`) })}
    >
      <div>
        <Left deadline={deadline} leftMs={leftMs} />
        <Due dueAt={deadline.dueAt} now={now} />
      </div>
      <div className={css('quarters', stateOf(leftMs))} aria-hidden="true">
        {quarters.map((quarter) => (
          <i key={quarter} className={css(quarter === current && 'current')}>
            <i style={{ inlineSize: `${100 * Math.min(1, Math.max(0, used * 4 - quarter))}%` }} />
          </i>
        ))}
      </div>
    </section>
  );
};

const ByMinute = (props: Omit<Running, 'now'>) => <Clock {...props} now={useMinute()} />;
const BySecond = (props: Omit<Running, 'now'>) => <Clock {...props} now={useSecond()} />;

const clockOf = (rules: BrandRules, bundle: CustomerBundle, brandId: string) => {
  const relation = bundle.customer.relations.find((one) => one.brandId === brandId);
  return [...rules.promises]
    .filter(({ audience }) => belongsTo(audience, relation))
    .sort((a, b) => a.withinMinutes - b.withinMinutes)[0]?.clock;
};

export const PromiseClock = ({
  bundle,
  brandId,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
}) => {
  const now = useMinute();
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId);
  if (rules === undefined) return null;
  const relation = bundle.customer.relations.find((one) => one.brandId === brandId);
  const deadline = deadlineOf(bundle.interactions, relation, rules, now);
  if (deadline === null) return null;
  const clock = clockOf(rules, bundle, brandId) ?? 'always';
  const { leftMs, used } = timeLeft(deadline, clock, rules, now);
  const Ticking = leftMs > 0 && leftMs < 2 * 60_000 ? BySecond : ByMinute;
  return <Ticking deadline={deadline} used={used} />;
};
