/** All of it once more, what is missing, what it would bring, and the start. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { Problems } from '../problems.tsx';
import type { SettingsDesk } from '../settings/use-settings.ts';
import styles from './plan.module.css';
import { Simulation } from './simulation.tsx';

const css = styleNames(styles);

const Summary = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t, language } = useText();
  const reference = useSlice('reference');
  const { settings, campaign } = desk;
  const day = (date: string): string => formatShortDay(`${date}T12:00:00Z`, language);
  const nothing = t('planning.review.nothing');
  const speech = reference?.scripts.find(({ id }) => id === settings.scriptId)?.name;
  const teams = settings.teamIds.map(
    (id) => reference?.teams.find((team) => team.id === id)?.name ?? id,
  );
  const target =
    settings.target === null
      ? t('planning.review.noTarget')
      : `${formatNumber(settings.target, language)} ${t(`campaign.success.${settings.goal}`, { count: settings.target })}`;
  const rows = [
    ['target', target],
    ['dates', t('planning.fromTo', { from: day(settings.startsOn), to: day(settings.endsOn) })],
    ['scriptId', speech ?? settings.scriptId ?? nothing],
    ['teamIds', teams.length === 0 ? nothing : teams.join(', ')],
    ['presentedNumbers', settings.presentedNumbers.map(displayNumber).join(', ') || nothing],
    ['mode', t(`planning.mode.${settings.dialling.mode}`)],
    [
      'people',
      t('planning.waiting', {
        count: campaign.counts.waiting,
        people: formatNumber(campaign.counts.waiting, language),
      }),
    ],
  ] as const;
  return (
    <Sheet title={t('planning.review.title')}>
      <dl className={css('summary')}>
        {rows.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`planning.field.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
};

export const ReviewStep = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { campaign, settings } = desk;
  return (
    <>
      <Summary desk={desk} />
      <Sheet title={t('planning.missing')}>
        <Problems problems={campaign.problems} />
      </Sheet>
      <Simulation campaign={{ ...campaign, settings }} contacts={campaign.counts.waiting} />
    </>
  );
};
