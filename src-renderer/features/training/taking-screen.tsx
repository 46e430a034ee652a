/** A series that is being taken: the next call, or, when all are played, its report. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Taking } from '@shared/contracts/engine/training.ts';
import { useEffect, useRef } from 'react';
import { ReportSheet } from './report-sheet.tsx';
import { SeriesProgress } from './series-progress.tsx';
import styles from './training.module.css';

const css = styleNames(styles);

const StopButton = () => {
  const { t } = useText();
  const request = useRequest();
  const calls = useSlice('calls') ?? [];
  const blocked = calls.length > 0 ? t('rolePlay.stopBlocked') : undefined;
  return (
    <Button look="ghost" blocked={blocked} onClick={() => void request('training.stop', {})}>
      {t('rolePlay.stop')}
    </Button>
  );
};

const NextCall = ({ taking }: { readonly taking: Taking }) => {
  const { t } = useText();
  const request = useRequest();
  const go = useRef<HTMLButtonElement>(null);
  const { plays, position, stage, error } = taking;
  const next = plays[position];
  // Enter begins it, also right after the wrap-up before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call wants the focus anew
  useEffect(() => go.current?.focus(), [position, stage]);
  if (next === undefined) return null;
  const runs = stage !== 'between';
  return (
    <section className={css('sheet', 'next')} aria-label={t('rolePlay.next')}>
      <p>
        <Tag tone="warn" icon="training">
          {t('training.tag')}
        </Tag>
      </p>
      <h2>{next.title}</h2>
      <p className={css('quiet')}>{t('rolePlay.nextDetail')}</p>
      {error === null ? null : (
        <p role="alert" className={css('trouble')}>
          <Icon name="alert" />
          {t(`error.${error}`)}
        </p>
      )}
      <div className={css('acts')}>
        <Button
          ref={go}
          look="primary"
          icon="ringing"
          keys={['↵']}
          blocked={runs ? t('rolePlay.comes') : undefined}
          onClick={() => void request('training.call', { position })}
        >
          {runs ? t('rolePlay.comes') : t('rolePlay.begin')}
        </Button>
      </div>
    </section>
  );
};

const Finished = ({ taking }: { readonly taking: Taking }) => {
  const { t } = useText();
  const request = useRequest();
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => leave.current?.focus(), []);
  return (
    <>
      <header className={css('acts')}>
        <div>
          <h1>{t('report.finished', { title: taking.title })}</h1>
          <p className={css('quiet')}>{t('report.played', { count: taking.runs.length })}</p>
        </div>
        <i />
        <Button
          ref={leave}
          look="primary"
          keys={['↵']}
          onClick={() => void request('training.stop', {})}
        >
          {t('rolePlay.backToWork')}
        </Button>
      </header>
      <ReportSheet title={taking.title} runs={taking.runs} passMark={taking.passMark} />
      <div className={css('acts')}>
        {taking.plays.map((play, position) => (
          <Button
            key={play.id}
            size="small"
            icon="refresh"
            onClick={() => void request('training.call', { position })}
          >
            {t('rolePlay.again', { title: play.title })}
          </Button>
        ))}
      </div>
    </>
  );
};

export const TakingScreen = ({ taking }: { readonly taking: Taking }) => {
  const { t } = useText();
  if (taking.stage === 'finished')
    return (
      <main className={css('screen')}>
        <Finished taking={taking} />
      </main>
    );
  return (
    <main className={css('taking')}>
      <section className={css('column')} aria-label={t('rolePlay.column')}>
        <header>
          <h1>{t('rolePlay.line')}</h1>
          <p className={css('quiet')}>{taking.title}</p>
        </header>
        <SeriesProgress taking={taking} />
        <p className={css('fact')}>
          <Icon name="info" size={17} />
          <span>{t('rolePlay.nothingReal')}</span>
        </p>
      </section>
      <div className={css('screen')}>
        <NextCall taking={taking} />
        <div className={css('acts')}>
          <StopButton />
        </div>
      </div>
    </main>
  );
};
