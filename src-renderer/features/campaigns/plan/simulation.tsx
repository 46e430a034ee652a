/** What it would bring: sliders for the team, an interval, the chance of the target, what a success costs. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CampaignForecast } from '@shared/domain/campaign/forecast.ts';
import { plannedPace } from '@shared/domain/campaign/planned-pace.ts';
import { useId, useState } from 'react';
import { Growth } from './growth.tsx';
import styles from './plan.module.css';
import type { Team } from './plan-of.ts';
import { type Simulated, useForecast } from './use-forecast.ts';

const css = styleNames(styles);

const Slider = ({
  label,
  value,
  from,
  to,
  step = 1,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}) => {
  const { language } = useText();
  const id = useId();
  return (
    <p className={css('slider')}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output htmlFor={id}>{formatNumber(value, language, step < 1 ? 1 : 0)}</output>
    </p>
  );
};

const Sliders = ({
  team,
  onChange,
}: {
  readonly team: Team;
  readonly onChange: (team: Team) => void;
}) => {
  const { t } = useText();
  return (
    <div>
      <Slider
        label={t('planning.simulation.advisors')}
        value={team.advisors}
        from={1}
        to={60}
        onChange={(advisors) => onChange({ ...team, advisors })}
      />
      <Slider
        label={t('planning.simulation.days')}
        value={team.days}
        from={1}
        to={90}
        onChange={(days) => onChange({ ...team, days })}
      />
      <Slider
        label={t('planning.simulation.hours')}
        value={team.hoursPerDay}
        from={0.5}
        to={8}
        step={0.5}
        onChange={(hoursPerDay) => onChange({ ...team, hoursPerDay })}
      />
      <p className={css('note')}>{t('planning.simulation.hoursNote')}</p>
    </div>
  );
};

/** `avec 12 conseillers : fait en 6,5 jours, 1 900 joints, 210 rendez-vous`. */
const Sentence = ({
  forecast,
  team,
  campaign,
}: {
  readonly forecast: CampaignForecast;
  readonly team: Team;
  readonly campaign: CampaignView;
}) => {
  const { t, language } = useText();
  const { doneInDays, reached, successes } = forecast;
  const figure = (value: number): string => formatNumber(value, language);
  const goal = t(`campaign.success.${campaign.settings.goal}`, { count: successes.middle });
  const told = {
    count: team.advisors,
    reached: figure(reached.middle),
    successes: `${figure(successes.middle)} ${goal}`,
  };
  return (
    <p className={css('sentence')}>
      {doneInDays === null
        ? t('planning.simulation.notThrough', { ...told, days: figure(team.days) })
        : t('planning.simulation.through', {
            ...told,
            days: formatNumber(doneInDays, language, 1),
          })}
    </p>
  );
};

const Figures = ({
  simulated: { forecast, oneMore },
  campaign,
  team,
}: {
  readonly simulated: Simulated;
  readonly campaign: CampaignView;
  readonly team: Team;
}) => {
  const { t, language } = useText();
  if (forecast === null) return null;
  const { settings } = campaign;
  const { successes, chance, centsPerSuccess } = forecast;
  const figure = (value: number): string => formatNumber(value, language);
  const percent = (share: number): string =>
    t('common.percent', { value: formatNumber(100 * share, language) });
  const more = { count: team.advisors + 1 };
  return (
    <dl className={css('told')}>
      <div>
        <dt>
          {t(`campaign.success.${settings.goal}`, { count: successes.middle })}
          <small>
            {t('planning.simulation.between', {
              low: figure(successes.low),
              high: figure(successes.high),
            })}
          </small>
        </dt>
        <dd>{figure(successes.middle)}</dd>
      </div>
      {chance === null || settings.target === null ? null : (
        <div>
          <dt>
            {t('planning.simulation.chance', { target: figure(settings.target) })}
            <small>
              {oneMore?.chance == null
                ? ''
                : t('planning.simulation.withOneMore', {
                    ...more,
                    chance: percent(oneMore.chance),
                  })}
            </small>
          </dt>
          <dd>{percent(chance)}</dd>
        </div>
      )}
      <div>
        <dt>
          {t('planning.simulation.perSuccess')}
          <small>
            {t('planning.simulation.visit', {
              cost: formatEuros(settings.costs.visitCents, language),
            })}
          </small>
        </dt>
        <dd>
          {centsPerSuccess === null
            ? '–'
            : formatEuros(Math.round(centsPerSuccess / 100) * 100, language)}
        </dd>
      </div>
    </dl>
  );
};

const Because = ({ simulated }: { readonly simulated: Simulated }) => {
  const { t, language } = useText();
  const { campaigns, reached, succeeded } = simulated.experience;
  const share = ({ was, of }: typeof reached): string =>
    formatNumber((100 * was) / Math.max(of, 1), language, 1);
  return (
    <>
      {t(campaigns === 0 ? 'planning.simulation.guess' : 'planning.simulation.because', {
        count: campaigns,
        reached: share(reached),
        succeeded: share(succeeded),
      })}
    </>
  );
};

/** @param contacts those on its list, or those that would come onto it. */
export const Simulation = ({
  campaign,
  contacts,
}: {
  readonly campaign: CampaignView;
  readonly contacts: number;
}) => {
  const { t } = useText();
  const { days } = plannedPace(campaign.settings, Date.parse(campaign.settings.startsOn));
  const [team, setTeam] = useState<Team>({
    advisors: 8,
    days: Math.min(90, Math.max(1, days)),
    hoursPerDay: 5,
  });
  const simulated = useForecast(campaign, contacts, team);
  const forecast = simulated?.forecast ?? null;
  return (
    <Sheet
      look="wide"
      title={t('planning.simulation.title')}
      beside={simulated === null ? undefined : <Because simulated={simulated} />}
    >
      {contacts === 0 ? <p>{t('planning.simulation.nobody')}</p> : null}
      <div className={css('simulation')}>
        <Sliders team={team} onChange={setTeam} />
        {forecast === null ? (
          <span />
        ) : (
          <Growth forecast={forecast} target={campaign.settings.target} />
        )}
        {simulated === null ? null : (
          <Figures simulated={simulated} campaign={campaign} team={team} />
        )}
      </div>
      {forecast === null ? null : <Sentence forecast={forecast} team={team} campaign={campaign} />}
    </Sheet>
  );
};
