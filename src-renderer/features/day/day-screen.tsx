/** Between two calls: her day, whom to call back, her figures, and a call to practise on. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDay, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { CallbackList } from './callback-list.tsx';
import styles from './day.module.css';
import { DayRibbon } from './day-ribbon.tsx';
import { PromiseList } from './promise-list.tsx';

const css = styleNames(styles);

const NextBrands = () => {
  const { t, language } = useText();
  const brands = useBrands();
  const user = useSlice('session')?.user;
  const state = useSlice('advisor')?.state;
  if (state === 'pause' || state === 'do-not-disturb' || state === 'offline')
    return <p className={css('quiet')}>{t(`day.noCall.${state}`)}</p>;
  const names = brands.filter((one) => user?.brandIds.includes(one.id)).map((one) => one.name);
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).formatToParts(names);
  return (
    <p className={css('quiet')}>
      {t('day.nextCallFrom')}{' '}
      {list.map((part) =>
        part.type === 'element' ? <b key={part.value}>{part.value}</b> : part.value,
      )}
      .
    </p>
  );
};

const Figures = () => {
  const { t } = useText();
  const day = useSlice('day');
  return (
    <section aria-labelledby="day-figures">
      <h2 id="day-figures" className={css('label')}>
        {t('day.figures')}
      </h2>
      <dl className={css('figures')}>
        <div>
          <dd className="figures">{day?.calls ?? 0}</dd>
          <dt>{t('day.calls', { count: day?.calls ?? 0 })}</dt>
        </div>
        <div>
          <dd className="figures">
            {day?.averageHandlingMs == null ? '–' : formatTimer(day.averageHandlingMs)}
          </dd>
          <dt>{t('day.average')}</dt>
        </div>
      </dl>
    </section>
  );
};

const Practice = () => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const line = useSlice('line');
  if (line?.training !== true) return null;
  const blocked = line.status === 'registered' ? undefined : t('day.practiceBlocked');
  return (
    <section className={css('practice')} aria-labelledby="day-practice">
      <Icon name="training" size={24} />
      <div>
        <h2 id="day-practice">{t('day.practiceTitle')}</h2>
        <p>{t('day.practiceDetail')}</p>
        <div className={css('practiceActs')}>
          <Button
            look="primary"
            icon="inbound"
            blocked={blocked}
            onClick={() => void request('practice.call', { direction: 'inbound' })}
          >
            {t('day.practice')}
          </Button>
          <Button
            icon="outbound"
            blocked={blocked}
            onClick={() => void request('practice.call', { direction: 'outbound' })}
          >
            {t('day.practiceOutbound')}
          </Button>
          <Button icon="training" onClick={() => screen.setState({ screen: 'training' })}>
            {t('day.practiceSeries')}
          </Button>
        </div>
      </div>
    </section>
  );
};

const BeforeNextCall = () => {
  const { t } = useText();
  const devices = useSlice('devices');
  const line = useSlice('line');
  const labelOf = (list: readonly { id: string; label: string }[] | undefined, id?: string) =>
    list?.find((one) => one.id === id)?.label || t('status.defaultDevice');
  return (
    <section aria-labelledby="day-before">
      <h2 id="day-before" className={css('label')}>
        {t('day.before')}
      </h2>
      <ul className={css('facts')}>
        <li>
          <Icon name="headset" />
          <span>
            {t('day.microphone', { device: labelOf(devices?.inputs, devices?.microphoneId) })}
          </span>
        </li>
        <li>
          <Icon name="speaker" />
          <span>{t('day.ringer', { device: labelOf(devices?.outputs, devices?.ringerId) })}</span>
        </li>
        <li>
          <Icon name={line?.status === 'registered' ? 'phone' : 'offline'} />
          <span>
            {t(`status.line.${line?.status ?? 'off'}`)}
            {line?.extension ? ` · ${t('day.extension', { number: line.extension })}` : ''}
          </span>
        </li>
      </ul>
    </section>
  );
};

export const DayScreen = () => {
  const { language } = useText();
  const now = useMinute();
  const day = formatDay(now, language);
  return (
    <main className={css('screen')}>
      <section className={css('today')}>
        <header className={css('title')}>
          <h1>{day.charAt(0).toUpperCase() + day.slice(1)}</h1>
          <NextBrands />
        </header>
        <DayRibbon />
        <PromiseList />
        <CallbackList />
      </section>
      <aside className={css('side')}>
        <Figures />
        <Practice />
        <BeforeNextCall />
      </aside>
    </main>
  );
};
