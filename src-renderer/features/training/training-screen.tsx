/** The training line: what can be played, a series that is taken, the reports, and writing it all. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import { Catalogue, type Writing } from './catalogue.tsx';
import { type PastTaking, pastTakings } from './past-takings.ts';
import { ReportSheet } from './report-sheet.tsx';
import { RolePlayForm } from './role-play-form.tsx';
import { SeriesForm } from './series-form.tsx';
import { TakingScreen } from './taking-screen.tsx';
import styles from './training.module.css';
import { useRepertoire } from './use-repertoire.ts';

const css = styleNames(styles);

const PastReport = ({
  past,
  onClose,
}: {
  readonly past: PastTaking;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  return (
    <main className={css('screen')}>
      <header className={css('acts')}>
        <div>
          <h1>{t('report.of', { name: past.userName })}</h1>
          <p className={css('quiet')}>{past.title}</p>
        </div>
        <i />
        <Button onClick={onClose}>{t('common.close')}</Button>
      </header>
      <ReportSheet title={past.title} runs={past.runs} passMark={past.passMark} />
    </main>
  );
};

const AtRest = () => {
  const { t } = useText();
  const repertoire = useRepertoire();
  const [writing, write] = useState<Writing | null>(null);
  const [opened, open] = useState<PastTaking | null>(null);
  const close = () => {
    write(null);
    repertoire.reload();
  };
  if (opened !== null) return <PastReport past={opened} onClose={() => open(null)} />;
  if (writing?.kind === 'role-play')
    return <RolePlayForm rolePlay={writing.rolePlay} onClose={close} />;
  if (writing?.kind === 'series' && repertoire.status === 'ready')
    return (
      <SeriesForm series={writing.series} rolePlays={repertoire.known.rolePlays} onClose={close} />
    );
  return (
    <main className={css('screen')}>
      <header>
        <h1>{t('rolePlay.line')}</h1>
        <p className={css('quiet')}>{t('rolePlay.lead')}</p>
      </header>
      {repertoire.status === 'loading' ? <LoadingLines label={t('common.loading')} /> : null}
      {repertoire.status === 'failed' ? (
        <>
          <EmptyState icon="cloud-off" title={t(`error.${repertoire.code}`)} />
          <div className={css('acts')}>
            <Button icon="refresh" onClick={repertoire.reload}>
              {t('common.retry')}
            </Button>
          </div>
        </>
      ) : null}
      {repertoire.status === 'ready' ? (
        <Catalogue
          known={repertoire.known}
          past={pastTakings(repertoire.known.runs, repertoire.known.series)}
          onWrite={write}
          onOpen={open}
        />
      ) : null}
    </main>
  );
};

export const TrainingScreen = () => {
  const taking = useSlice('training') ?? null;
  return taking === null ? <AtRest /> : <TakingScreen taking={taking} />;
};
