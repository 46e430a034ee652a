/** Before the shift: what she hears and says, the telephone, the data. A failure has a remedy. */
import type { Language } from '@renderer/platform/i18n/translator.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { isTypingIn } from '@renderer/platform/keys/use-keys.ts';
import { MicrophoneTrial } from '@renderer/platform/sound/microphone-trial.tsx';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { useEffect, useRef } from 'react';
import styles from './check.module.css';
import { ReadySheet } from './ready-sheet.tsx';
import { Remedy } from './remedy.tsx';
import { ReportActions } from './report-actions.tsx';

const css = styleNames(styles);
type Check = Slices['checks'][number];

const statusIcons: { readonly [status in Check['status']]: IconName } = {
  passed: 'passed',
  failed: 'alert',
  running: 'refresh',
  unknown: 'help',
};

/** How the key is kept is a code; everything else is measured or named by the machine. */
const measureWords = ({ id, measure }: Check, t: Say, language: Language): string => {
  if (measure === null) return '';
  if (id === 'key') return t(`check.protection.${measure}`);
  const figure = language === 'fr' ? measure.replace('.', ',') : measure;
  return figure.replace('MOS', t('check.ofBest')).replace('GB', t('check.gigabytes'));
};

const CheckRow = ({ check }: { readonly check: Check }) => {
  const { t, language } = useText();
  const failed = check.status === 'failed';
  return (
    <li className={css('row', check.status)}>
      <Icon name={statusIcons[check.status]} size={20} />
      <div>
        <b>{t(`check.name.${check.id}`)}</b>
        <small>
          {[
            check.detail,
            failed && check.error !== null
              ? t(`error.${check.error}`)
              : t(`check.result.${check.status}`),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </small>
      </div>
      <span className="figures">{measureWords(check, t, language)}</span>
    </li>
  );
};

export const CheckScreen = () => {
  const { t } = useText();
  const { client, screen } = useServices();
  const request = useRequest();
  const checks = useSlice('checks') ?? [];
  const passed = checks.filter((check) => check.status === 'passed').length;
  const failed = checks.find((check) => check.status === 'failed');
  const running = checks.some((check) => check.status === 'running');
  const line = useSlice('line')?.status;
  // The line registers while the list is already shown: its row follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line's status starts it anew
  useEffect(() => {
    void client.request('checks.run', {});
  }, [client, line]);
  const start = useRef<HTMLButtonElement>(null);
  // The list may come while she is typing into the search already: her keys stay hers.
  useEffect(() => {
    if (!isTypingIn(document.activeElement)) start.current?.focus();
  }, []);
  return (
    <main className={css('screen')}>
      <section aria-labelledby="check-title">
        <h1 id="check-title" aria-live="polite">
          {t('check.count', { passed, total: checks.length })}
        </h1>
        <p className={css('lead')}>
          {failed === undefined ? t('check.leadGood') : t('check.leadFailed')}
        </p>
        <ul>
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </ul>
      </section>
      <section className={css('right')} aria-label={t('check.remedies')}>
        {failed === undefined ? (
          <ReadySheet ready={checks.length > 0 && passed === checks.length} />
        ) : (
          <Remedy key={failed.id} check={failed} />
        )}
        <article className={css('trial')} aria-label={t('sound.trial')}>
          <MicrophoneTrial />
        </article>
        <ReportActions />
        <div className={css('acts')}>
          <Button
            icon="refresh"
            blocked={running ? t('check.running') : undefined}
            onClick={() => void request('checks.run', {})}
          >
            {t('check.again')}
          </Button>
          <Button icon="training" onClick={() => screen.setState({ screen: 'training' })}>
            {t('check.train')}
          </Button>
          <Button
            ref={start}
            look="primary"
            keys={['↵']}
            onClick={() => screen.setState({ screen: 'day' })}
          >
            {t('check.start')}
          </Button>
        </div>
      </section>
    </main>
  );
};
