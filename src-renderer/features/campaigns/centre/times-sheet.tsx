/** What the time went to: one bar for each person, team, day, week or month. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatHours, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CentreAnswer, CentreRow } from '@shared/contracts/http/centre-figures.ts';
import type { ReactNode } from 'react';
import styles from './centre.module.css';
import { RowLabel } from './row-label.tsx';
import { Legend, type Part, SplitBar, stateParts } from './split-bar.tsx';

const css = styleNames(styles);
type States = NonNullable<CentreRow['figures']['states']>;

const hourS = 3600;

/** To the minute, and from a hundred hours on in whole ones. */
const inHours = (seconds: number, { t, language }: Words): string =>
  seconds < 100 * hourS
    ? formatHours(seconds * 1000, t)
    : t('length.hours', { h: formatNumber(seconds / hourS, language) });

const partsOf = (states: States): readonly Part[] => [
  { name: 'ready', seconds: states.readyS },
  { name: 'busy', seconds: states.busyS },
  { name: 'wrapUpState', seconds: states.wrapUpS },
  { name: 'doNotDisturb', seconds: states.doNotDisturbS },
  { name: 'pause', seconds: states.pauseS },
];

const Line = ({
  name,
  states,
  longestS,
}: {
  readonly name: ReactNode;
  readonly states: States;
  readonly longestS: number;
}) => {
  const words = useText();
  const { t, language } = words;
  const { signedInS, occupancy } = states;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <SplitBar
          parts={partsOf(states)}
          longestS={longestS}
          write={(ms) => inHours(ms / 1000, words)}
        />
      </td>
      <td className={css('digits')}>{inHours(signedInS, words)}</td>
      <td className={css('digits')}>
        {occupancy === null
          ? '–'
          : t('common.percent', { value: formatNumber(100 * occupancy, language) })}
      </td>
    </tr>
  );
};

export const TimesSheet = ({ figures }: { readonly figures: CentreAnswer }) => {
  const { t, language } = useText();
  const { by, rows, total, definitions } = figures;
  const timed = rows.flatMap(({ figures: { states }, ...row }) =>
    states === null || states.signedInS === 0 ? [] : [{ ...row, states }],
  );
  if (total.states === null || total.states.signedInS === 0) return null;
  const longestS = Math.max(...timed.map(({ states }) => states.signedInS), 0);
  const whole = { ...total.states };
  return (
    <Sheet title={t('figures.centre.times')} beside={<Legend names={stateParts} />}>
      <table className={css('times')} aria-label={t('figures.centre.times')}>
        <thead>
          <tr>
            <th scope="col">{t(`figures.cut.${by}`)}</th>
            <th scope="col">{t('figures.centre.timeIn')}</th>
            <th scope="col" title={definitions.signedIn?.[language]}>
              {t('figures.centre.name.signedIn')}
            </th>
            <th scope="col" title={definitions.occupancy?.[language]}>
              {t('figures.centre.name.occupancy')}
            </th>
          </tr>
        </thead>
        <tbody>
          {timed.map(({ states, ...row }) => (
            <Line
              key={row.key ?? ''}
              name={<RowLabel row={row} by={by} />}
              states={states}
              longestS={longestS}
            />
          ))}
        </tbody>
        <tfoot>
          <Line name={t('figures.all')} states={whole} longestS={whole.signedInS} />
        </tfoot>
      </table>
      <p className={css('means')}>{t('figures.centre.means.times')}</p>
    </Sheet>
  );
};
