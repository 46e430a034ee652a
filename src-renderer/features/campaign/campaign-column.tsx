/** The campaign as it stands, said with of how many; and the people who are kept for her. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OwnContact } from '@shared/contracts/engine/campaigns.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { presentedBy } from '@shared/domain/law/facts-of-call.ts';
import { diallingOf, presentedFor } from '@shared/domain/law/presented-for.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import styles from './campaign.module.css';
import { SignIn } from './sign-in.tsx';
import type { CampaignDay } from './use-campaign.ts';

const css = styleNames(styles);
const noNumbers: readonly { readonly brandId: string; readonly e164: string }[] = [];

const Head = ({
  day,
  campaign,
}: {
  readonly day: CampaignDay;
  readonly campaign: CampaignView;
}) => {
  const { t, language } = useText();
  const { settings } = campaign;
  const brand = useBrand(settings.brandId);
  return (
    <header>
      <div className={css('title')}>
        <BrandMark brand={brand} />
        <h1>{settings.name}</h1>
      </div>
      <p className={css('quiet')}>
        {t(`campaign.goal.${settings.goal}`)} ·{' '}
        {t('campaign.until', { day: formatShortDay(`${settings.endsOn}T12:00:00Z`, language) })}
      </p>
      {day.campaigns.length < 2 ? null : (
        <select
          aria-label={t('campaign.choose')}
          value={campaign.id}
          onChange={(event) => day.choose(event.currentTarget.value)}
        >
          {day.campaigns.map(({ id, settings: { name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </header>
  );
};

const Progress = ({ campaign }: { readonly campaign: CampaignView }) => {
  const { t, language } = useText();
  const { counts, settings } = campaign;
  const { target, goal } = settings;
  const done = counts.successes;
  const value = formatNumber(done, language);
  if (target === null)
    return (
      <p className={css('progress')}>
        <b>{value}</b> {t(`campaign.success.${goal}`, { count: done })}
      </p>
    );
  const share = Math.round((100 * done) / target);
  return (
    <div className={css('progress')}>
      <p>
        <b>{value}</b>{' '}
        {t(`campaign.successOf.${goal}`, { count: done, target: formatNumber(target, language) })}
        <span>{t('common.percent', { value: share })}</span>
      </p>
      <div
        role="progressbar"
        aria-label={t('campaign.progress')}
        aria-valuemin={0}
        aria-valuemax={target}
        aria-valuenow={Math.min(done, target)}
      >
        <i style={{ width: `${Math.min(100, share)}%` }} />
      </div>
    </div>
  );
};

/** A share of few says nothing: it is said of how many it is, always. */
const Figures = ({ counts }: Pick<CampaignView, 'counts'>) => {
  const { t, language } = useText();
  const { attempts, reached, successes, waiting, over } = counts;
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : t('common.percent', { value: Math.round((100 * part) / whole) });
  const figure = (value: number): string => formatNumber(value, language);
  const rows = [
    [
      'attempts',
      figure(attempts),
      t('campaign.figure.attemptsOf', { people: figure(waiting + over) }),
    ],
    [
      'reached',
      figure(reached),
      t('campaign.figure.reachedOf', { people: figure(waiting + over) }),
    ],
    [
      'conversion',
      share(successes, reached),
      t('campaign.figure.conversionOf', { people: figure(reached) }),
    ],
  ] as const;
  return (
    <dl className={css('figures')} aria-label={t('campaign.figures')}>
      {rows.map(([name, value, of]) => (
        <div key={name}>
          <dt>{t(`campaign.figure.${name}`)}</dt>
          <dd>{value}</dd>
          <dd>{of}</dd>
        </div>
      ))}
    </dl>
  );
};

const DailyGoals = ({ settings }: Pick<CampaignView, 'settings'>) => {
  const { t } = useText();
  const { contacts, successes } = settings.dailyGoals;
  const goals = [
    contacts === null ? null : t('campaign.daily.contacts', { count: contacts }),
    successes === null ? null : t('campaign.daily.successes', { count: successes }),
  ].filter((one) => one !== null);
  if (goals.length === 0) return null;
  return (
    <p>
      <Icon name="flag" size={16} />
      {t('campaign.daily.say', { goals: goals.join(', ') })}
    </p>
  );
};

const PersonRow = ({
  one,
  isChosen,
  onPick,
}: {
  readonly one: OwnContact;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}) => (
  <li>
    <button
      type="button"
      className={css('person', isChosen && 'chosen')}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onPick}
    >
      <Icon name={one.why === 'promised' ? 'clock' : 'user'} size={17} />
      <span>
        <b>{one.customerName}</b>
        <small>{one.commune ?? ''}</small>
      </span>
    </button>
  </li>
);

export const CampaignColumn = ({
  day,
  campaign,
}: {
  readonly day: CampaignDay;
  readonly campaign: CampaignView;
}) => {
  const { t, language } = useText();
  const { people, person } = day;
  const { brandId, controlPercent, dialling, presentedNumbers } = campaign.settings;
  const numbers = useSlice('reference')?.numbers ?? noNumbers;
  const presented =
    presentedFor(presentedNumbers, diallingOf(dialling.mode), useMinute()) ??
    presentedBy(numbers, brandId)?.e164 ??
    null;
  return (
    <section className={css('column')} aria-label={t('campaign.title')}>
      <Head day={day} campaign={campaign} />
      <SignIn day={day} campaign={campaign} />
      <Progress campaign={campaign} />
      <Figures counts={campaign.counts} />
      <div className={css('people')}>
        <h2>
          {t('campaign.people')}
          <span>{t('campaign.left', { count: campaign.counts.waiting })}</span>
        </h2>
        <ul>
          {people.map((one) => (
            <PersonRow
              key={one.id}
              one={one}
              isChosen={one.id === person?.id}
              onPick={() => day.pick(one.id)}
            />
          ))}
        </ul>
        {day.state === 'away' ? (
          <p className={css('away')}>
            <Icon name="cloud-off" size={16} />
            {t('campaign.away')}
          </p>
        ) : null}
      </div>
      <footer>
        <DailyGoals settings={campaign.settings} />
        {presented === null ? null : (
          <p>
            <Icon name="phone" size={16} />
            <span>
              {t('campaign.presented')} <b>{displayNumber(presented)}</b>
            </span>
          </p>
        )}
        <p>
          <Icon name="customers" size={16} />
          {controlPercent === 0
            ? t('campaign.noControl')
            : t('campaign.control', { share: formatNumber(controlPercent, language) })}
        </p>
      </footer>
    </section>
  );
};
