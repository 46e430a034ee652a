/**
 * When they answer: of a hundred attempts how many reached somebody, by the weekday and hour of the
 * household's own clock. Hatched where the law forbids, empty where there were too few to say.
 */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures } from '@shared/contracts/http/campaign-figures.ts';
import { bestHours, fewestInCell } from '@shared/domain/campaign/best-hours.ts';
import { callingSpans } from '@shared/domain/law/france/hours.ts';
import styles from './live.module.css';

const css = styleNames(styles);
type Hours = CampaignFigures['hours'];

const hourMs = 3_600_000;
/** A week that begins on a Monday: the law names weekdays, not dates. */
const mondayMs = Date.UTC(2026, 0, 5);
const isForbidden = (weekday: number, hour: number): boolean => {
  const date = { year: 2026, month: 1, day: 4 + weekday };
  const at = mondayMs + (weekday - 1) * 24 * hourMs + hour * hourMs;
  return !callingSpans(date, 'UTC').some(([from, to]) => from <= at && at < to);
};

const usualHours = Array.from({ length: 10 }, (_, at) => at + 10);
const usualDays = [1, 2, 3, 4, 5];
const sorted = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);
/** Of five steps: sixteen of a hundred are the first, forty the last. */
const levelOf = (percent: number): number =>
  Math.min(5, Math.max(1, Math.ceil((percent - 10) / 6)));

const weekdayName = (weekday: number, language: 'fr' | 'en', width: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: width,
    timeZone: 'UTC',
  }).format(mondayMs + (weekday - 1) * 24 * hourMs);

const Cell = ({
  found,
  forbidden,
}: {
  readonly found: Hours[number] | undefined;
  readonly forbidden: boolean;
}) => {
  const { t } = useText();
  if (found === undefined || found.attempts < fewestInCell)
    return (
      <td className={css(forbidden ? 'forbidden' : 'few')}>
        <span className={css('hidden')}>
          {t(forbidden ? 'planning.heat.forbidden' : 'planning.heat.few')}
        </span>
      </td>
    );
  const percent = Math.round((100 * found.reached) / found.attempts);
  const { attempts, reached } = found;
  return (
    <td
      className={css('cell', `level${levelOf(percent)}`)}
      title={t('planning.heat.of', { reached, attempts })}
    >
      {percent}
    </td>
  );
};

const Best = ({ hours }: { readonly hours: Hours }) => {
  const { t, language } = useText();
  const best = bestHours(hours);
  return (
    <p className={css('told')}>
      <Icon name="info" size={16} />
      <span>
        {best === null
          ? t('planning.heat.tooFew')
          : t('planning.heat.best', {
              from: best.from,
              to: best.to,
              times: formatNumber(best.times, language, 1),
              worst: best.worst.hour,
            })}
      </span>
    </p>
  );
};

export const HeatSheet = ({
  hours,
  callKind,
}: {
  readonly hours: Hours;
  readonly callKind: 'commercial' | 'service';
}) => {
  const { t, language } = useText();
  const columns = sorted([...usualHours, ...hours.map(({ hour }) => hour)]);
  const rows = sorted([...usualDays, ...hours.map(({ weekday }) => weekday)]);
  return (
    <Sheet title={t('planning.heat.title')} beside={t('planning.heat.what')}>
      <table className={css('heat')} aria-label={t('planning.heat.title')}>
        <thead>
          <tr>
            <td />
            {columns.map((hour) => (
              <th key={hour} scope="col">
                {t('campaign.law.hour', { hour })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" aria-label={weekdayName(weekday, language, 'long')}>
                {weekdayName(weekday, language, 'short')}
              </th>
              {columns.map((hour) => (
                <Cell
                  key={hour}
                  found={hours.find((one) => one.weekday === weekday && one.hour === hour)}
                  forbidden={callKind === 'commercial' && isForbidden(weekday, hour)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Best hours={hours} />
    </Sheet>
  );
};
