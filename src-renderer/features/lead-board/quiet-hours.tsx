/** The quiet hours of a team: spans of the day by weekday, added and taken away. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AlertRules, QuietSpan } from '@shared/domain/lead-alert/alert-rules.ts';
import styles from './board.module.css';

const css = styleNames(styles);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const spansAtMost = 14;
/** Evenings of the week; she changes it to hers. */
const usualSpan: QuietSpan = { weekdays: [1, 2, 3, 4, 5], from: 20 * 60, until: 8 * 60 };

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const halfHours = Array.from({ length: 48 }, (_, at) => at * 30);

const Clock = ({
  label,
  minute,
  not,
  onChange,
}: {
  readonly label: string;
  readonly minute: number;
  /** The other end: hours that end as they begin are none. */
  readonly not: number;
  readonly onChange: (minute: number) => void;
}) => (
  <select
    aria-label={label}
    value={minute}
    onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
  >
    {[...new Set([...halfHours, minute])]
      .sort((a, b) => a - b)
      .filter((one) => one !== not)
      .map((one) => (
        <option key={one} value={one}>
          {clockOf(one)}
        </option>
      ))}
  </select>
);

const Span = ({
  span,
  onChange,
  onRemove,
}: {
  readonly span: QuietSpan;
  readonly onChange: (span: QuietSpan) => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  const turn = (weekday: number) => {
    const has = span.weekdays.includes(weekday);
    const next = has
      ? span.weekdays.filter((one) => one !== weekday)
      : [...span.weekdays, weekday].sort();
    // Hours of no day are none: taken away instead.
    if (next.length > 0) onChange({ ...span, weekdays: next });
  };
  return (
    <div className={css('quiet')}>
      <div>
        {weekdays.map((weekday) => (
          <button
            key={weekday}
            type="button"
            aria-pressed={span.weekdays.includes(weekday)}
            aria-label={t(`alert.weekday.${weekday}`)}
            onClick={() => turn(weekday)}
          >
            {t(`alert.weekday.${weekday}`).slice(0, 1).toUpperCase()}
          </button>
        ))}
      </div>
      <div>
        <Clock
          label={t('alert.rules.from')}
          minute={span.from}
          not={span.until}
          onChange={(from) => onChange({ ...span, from })}
        />
        <Clock
          label={t('alert.rules.until')}
          minute={span.until}
          not={span.from}
          onChange={(until) => onChange({ ...span, until })}
        />
        <Button size="small" look="ghost" icon="close" onClick={onRemove}>
          {t('alert.rules.remove')}
        </Button>
      </div>
    </div>
  );
};

export const QuietHours = ({
  quiet,
  onChange,
}: {
  readonly quiet: AlertRules['quiet'];
  readonly onChange: (quiet: AlertRules['quiet']) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('quiets')}>
      <legend>{t('alert.rules.quiet')}</legend>
      {quiet.map((span, at) => (
        <Span
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name, and stay in their order
          key={at}
          span={span}
          onChange={(changed) =>
            onChange(quiet.map((one, place) => (place === at ? changed : one)))
          }
          onRemove={() => onChange(quiet.filter((_, place) => place !== at))}
        />
      ))}
      {quiet.length < spansAtMost ? (
        <Button size="small" icon="plus" onClick={() => onChange([...quiet, usualSpan])}>
          {t('alert.rules.add')}
        </Button>
      ) : null}
    </fieldset>
  );
};
