/** How it is dialled, by whom its calls are taken, and how many of those who picked up found nobody. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures } from '@shared/contracts/http/campaign-figures.ts';
import type { DiallingView } from '@shared/contracts/http/dialling.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';
import styles from './live.module.css';
import { useShares } from './use-shares.ts';

const css = styleNames(styles);
type AtWork = CampaignFigures['advisors'][number];
const lookEveryMs = 5_000;

const icons: { readonly [state in AdvisorState]: IconName } = {
  ready: 'ready',
  busy: 'talking',
  'wrap-up': 'wrapup',
  'do-not-disturb': 'quiet',
  pause: 'pause',
  offline: 'offline',
};
const told: readonly AdvisorState[] = ['busy', 'ready', 'wrap-up', 'pause', 'do-not-disturb'];
const stateOf = ({ state }: AtWork): AdvisorState => state ?? 'offline';

const AtWorkNow = ({ advisors }: { readonly advisors: readonly AtWork[] }) => {
  const { t } = useText();
  const present = advisors.filter((one) => stateOf(one) !== 'offline' || one.attempts > 0);
  const words = told
    .map((state) => [state, present.filter((one) => stateOf(one) === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => t(`planning.atWork.${state}`, { count }));
  return (
    <div className={css('atWork')}>
      <ul aria-label={t('planning.atWork.title')}>
        {present.map((one) => {
          const said = t('planning.atWork.one', {
            name: one.name,
            state: t(`planning.atWork.is.${stateOf(one)}`),
            attempts: one.attempts,
            successes: one.successes,
          });
          return (
            <li key={one.userId} className={css(stateOf(one))} title={said}>
              <Icon name={icons[stateOf(one)]} size={16} />
              <span className={css('hidden')}>{said}</span>
            </li>
          );
        })}
      </ul>
      <p>{words.length === 0 ? t('planning.atWork.nobody') : words.join(', ')}</p>
    </div>
  );
};

/** Green up to four fifths of the limit, hatched until it, red beyond; the tick is where it is. */
const Gauge = ({
  abandoned,
  limitPercent,
}: {
  readonly abandoned: CampaignFigures['abandoned'];
  readonly limitPercent: number;
}) => {
  const { t, language } = useText();
  const whole = Math.max(limitPercent * 1.33, 1);
  const at = (percent: number): string => `${Math.min(100, (100 * percent) / whole)}%`;
  const slow = limitPercent * 0.8;
  const said = (percent: number): string => formatNumber(percent, language, 1);
  return (
    <>
      <div className={css('gauge')} aria-hidden="true">
        <i style={{ inlineSize: at(slow) }} />
        <i
          style={{
            insetInlineStart: at(slow),
            inlineSize: `calc(${at(limitPercent)} - ${at(slow)})`,
          }}
        />
        <i style={{ insetInlineStart: at(limitPercent), insetInlineEnd: 0 }} />
        <b style={{ insetInlineStart: at(100 * (abandoned.rate ?? 0)) }} />
      </div>
      <p className={css('scale')}>
        <span>0</span>
        <span>{t('planning.rhythm.slows', { percent: said(slow) })}</span>
        <span>{t('planning.rhythm.fallsBack', { percent: said(limitPercent) })}</span>
      </p>
    </>
  );
};

const Abandoned = ({
  abandoned,
  limitPercent,
}: {
  readonly abandoned: CampaignFigures['abandoned'];
  readonly limitPercent: number;
}) => {
  const { t, language } = useText();
  const { share } = useShares();
  const said = (rate: number): string => formatNumber(100 * rate, language, 1);
  return (
    <div>
      <p className={css('big')}>
        <b>{share(abandoned.count, abandoned.of, 1)}</b>
        <span>{t('planning.rhythm.abandoned')}</span>
      </p>
      <Gauge abandoned={abandoned} limitPercent={limitPercent} />
      <p className={css('note')}>
        {abandoned.of === 0
          ? t('planning.rhythm.nobodyAnswered')
          : t('planning.rhythm.counted', {
              count: abandoned.count,
              of: formatNumber(abandoned.of, language),
              low: said(abandoned.low),
              high: said(abandoned.high),
            })}
      </p>
    </div>
  );
};

const offered = ['preview', 'progressive', 'predictive'] as const;

/** The three that are changed most; all five stand under Rules. */
const Modes = ({
  mode,
  onMode,
}: {
  readonly mode: DiallingMode;
  readonly onMode: (mode: DiallingMode) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('cuts', 'modes')} aria-label={t('planning.field.mode')}>
      {offered.map((one) => (
        <button key={one} type="button" aria-pressed={one === mode} onClick={() => onMode(one)}>
          {t(`planning.mode.${one}`)}
        </button>
      ))}
    </fieldset>
  );
};

/** What the dialler does at this moment and why; by hand there is nothing to say of it. */
const InForce = ({ dialling }: { readonly dialling: DiallingView | null }) => {
  const { t, language } = useText();
  if (dialling === null || dialling.why === 'by-hand' || dialling.why === 'not-running')
    return null;
  const { as, why, callsPerFreeAdvisor, calls } = dialling;
  const { ringing, waiting, talking } = calls;
  return (
    <>
      {callsPerFreeAdvisor === null ? null : (
        <p className={css('big')}>
          <b>{formatNumber(callsPerFreeAdvisor, language, 2)}</b>
          <span>{t('planning.rhythm.perFree')}</span>
        </p>
      )}
      <p className={css('note')}>
        {as === null ? '' : `${t(`planning.mode.${as}`)} · `}
        {t(`planning.rhythm.why.${why}`)}
        {as === null ? '' : ` · ${t('planning.rhythm.calls', { ringing, waiting, talking })}`}
      </p>
    </>
  );
};

const detectorWords = [
  'INITIALSILENCE',
  'LONGGREETING',
  'MAXWORDLENGTH',
  'MAXWORDS',
  'TOOLONG',
] as const;
type DetectorWord = (typeof detectorWords)[number];

/** A detector can be wrong: by what it heard a machine, and whom of those a person reached since. */
const Machines = ({ machines }: Pick<DiallingView, 'machines'>) => {
  const { t } = useText();
  if (machines.length === 0) return null;
  const isKnown = (word: string): word is DetectorWord => detectorWords.some((one) => one === word);
  const by = machines.map(({ because, count }) => {
    const words = isKnown(because) ? t(`planning.rhythm.heard.${because}`) : because;
    return t('planning.rhythm.machineBy', {
      count,
      words: words || t('planning.rhythm.heard.none'),
    });
  });
  const called = machines.reduce((sum, one) => sum + one.called, 0);
  const reached = machines.reduce((sum, one) => sum + one.reached, 0);
  return (
    <p className={css('note')}>
      {t('planning.rhythm.machines', { by: by.join(', ') })}
      {called === 0 ? '' : ` ${t('planning.rhythm.machinesCalled', { called, reached })}`}
    </p>
  );
};

export const PaceSheet = ({
  figures,
  settings,
  onMode,
}: {
  readonly figures: CampaignFigures;
  readonly settings: CampaignSettings;
  readonly onMode: (mode: DiallingMode) => void;
}) => {
  const { t, language } = useText();
  const { campaignId } = figures;
  const { known } = useAsked('planning.dialling', { campaignId }, lookEveryMs);
  const { mode, previewSeconds, abandonLimitPercent, callsPerAdvisor } = settings.dialling;
  const calls = formatNumber(callsPerAdvisor, language, 1);
  const isByHand = known?.value == null || known.value.why === 'by-hand';
  return (
    <section className={css('sheet', 'rhythm')} aria-label={t('planning.rhythm.title')}>
      <div>
        <p className={css('label')}>{t('planning.rhythm.title')}</p>
        <p className={css('mode')}>
          <b>{t(`planning.mode.${mode}`)}</b>
          {isByHand ? (
            <span>{t(`planning.modeWhat.${mode}`, { seconds: previewSeconds, calls })}</span>
          ) : null}
        </p>
        <InForce dialling={known?.value ?? null} />
        <Machines machines={known?.value?.machines ?? []} />
        <AtWorkNow advisors={figures.advisors} />
      </div>
      <div>
        <Modes mode={mode} onMode={onMode} />
        <Abandoned abandoned={figures.abandoned} limitPercent={abandonLimitPercent} />
      </div>
    </section>
  );
};
