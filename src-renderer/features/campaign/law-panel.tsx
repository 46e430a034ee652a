/** May she be called: until when, or by which rule not and from when, with the hours of her own day. */
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { barHours, type Evidence } from '@shared/domain/law/evidence.ts';
import type { ReactNode } from 'react';
import { dayAt, instantAt, timeAt, weekdayAt } from './her-time.ts';
import styles from './law-panel.module.css';
import type { JudgedPerson } from './use-judged.ts';

const css = styleNames(styles);

type Of = { readonly judged: JudgedPerson; readonly place: string | null };

const titleOf = ({ decision, untilMs, zone }: JudgedPerson, t: Say, language: 'fr' | 'en') => {
  if (decision.allowed)
    return untilMs === null || zone === null
      ? t('campaign.law.allowed')
      : t('campaign.law.allowedUntil', { time: timeAt(untilMs, zone, language) });
  return decision.allowedFromMs === null
    ? t('campaign.law.refused')
    : t('campaign.law.refusedUntil', {
        when: instantAt(decision.allowedFromMs, zone ?? 'Europe/Paris', language),
      });
};

const Clock = ({ judged, place }: Of) => {
  const { t, language } = useText();
  const { zone, nowMs } = judged;
  if (zone === null) return null;
  return (
    <p className={css('clock')}>
      <b>{timeAt(nowMs, zone, language)}</b>
      <small>
        {place === null
          ? weekdayAt(nowMs, zone, language)
          : t('campaign.law.there', { place, day: weekdayAt(nowMs, zone, language) })}
      </small>
    </p>
  );
};

const marks = [barHours.from, 10, 13, 14, 20, barHours.to] as const;
const percent = (part: number): string => `${100 * part}%`;

const Bar = ({ bar }: { readonly bar: NonNullable<JudgedPerson['bar']> }) => {
  const { t } = useText();
  const length = barHours.to - barHours.from;
  const label = bar.open.length === 0 ? 'campaign.law.noHours' : 'campaign.law.hoursOfDay';
  return (
    <div className={css('bar')} role="img" aria-label={t(label)}>
      <div>
        {bar.open.map(([from, to]) => (
          <i key={from} style={{ left: percent(from), width: percent(to - from) }} />
        ))}
        {bar.now === null ? null : <em style={{ left: percent(bar.now) }} />}
      </div>
      <p>
        {marks.map((hour) => (
          <span key={hour} style={{ left: percent((hour - barHours.from) / length) }}>
            {t('campaign.law.hour', { hour })}
          </span>
        ))}
      </p>
    </div>
  );
};

const Tries = ({ judged }: Pick<Of, 'judged'>) => {
  const { t } = useText();
  const { made, allowed, windowDays } = judged.pressure;
  return (
    <>
      <span className={css('tries')} aria-hidden="true">
        {Array.from({ length: allowed }, (_, at) => (
          // One square for each attempt that the law allows: they are nothing but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <i key={at} className={css(at < made ? 'made' : 'free')} />
        ))}
      </span>
      {t('campaign.law.tries', { made, allowed, days: windowDays })}
    </>
  );
};

const yearLater = (instant: string): string => {
  const at = new Date(instant);
  at.setUTCFullYear(at.getUTCFullYear() + 1);
  return at.toISOString();
};

const metWords = ({ rule }: Evidence, judged: JudgedPerson, t: Say, language: 'fr' | 'en') => {
  const { consent, zone } = judged;
  if (rule === 'pressure') return <Tries judged={judged} />;
  if (rule === 'hours') return t('campaign.law.hours');
  if (consent === null) return t('campaign.law.noConsentNeeded');
  const year = yearLater(consent.givenAt);
  const until = consent.until !== null && consent.until < year ? consent.until : year;
  return t('campaign.law.consent', {
    from: dayAt(consent.givenAt, zone ?? 'Europe/Paris', language),
    until: dayAt(until, zone ?? 'Europe/Paris', language),
  });
};

const Row = ({ one, judged }: { readonly one: Evidence; readonly judged: JudgedPerson }) => {
  const { t, language } = useText();
  const { decision, rule, article } = one;
  const words: ReactNode = decision.allowed
    ? metWords(one, judged, t, language)
    : t(`law.reason.${decision.reason}`);
  return (
    <div className={css('row', !decision.allowed && 'against')}>
      <dt>
        <Icon name={decision.allowed ? 'check' : 'close'} size={16} />
        {t(`campaign.law.rule.${rule}`)}
      </dt>
      <dd>{words}</dd>
      <dd className={css('article')} title={decision.allowed ? undefined : decision.source}>
        {article}
      </dd>
    </div>
  );
};

export const LawPanel = ({ judged, place }: Of) => {
  const { t, language } = useText();
  const { decision, bar, evidence, untilMs } = judged;
  return (
    <section
      className={css('panel', decision.allowed ? 'may' : 'may-not')}
      aria-label={t('campaign.law.title')}
    >
      <header>
        <Icon name={decision.allowed ? 'passed' : 'opposed'} size={26} />
        <div>
          <h2>{titleOf(judged, t, language)}</h2>
          {decision.allowed ? (
            untilMs === null ? (
              <p>{t('campaign.law.service')}</p>
            ) : null
          ) : (
            <p className={css('sentence')}>{t(`law.reason.${decision.reason}`)}</p>
          )}
        </div>
        <Clock judged={judged} place={place} />
      </header>
      {bar === null ? null : <Bar bar={bar} />}
      {decision.allowed && untilMs === null ? null : (
        <dl>
          {evidence.map((one) => (
            <Row key={one.rule} one={one} judged={judged} />
          ))}
        </dl>
      )}
    </section>
  );
};
