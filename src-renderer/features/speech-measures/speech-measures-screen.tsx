/** « Mesures »: which words work, by version and arm, on the evidence there is; an advisor sees her own. */
import { SegmentedControl } from '@mantine/core';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useId, useState } from 'react';
import { Coaching } from './coaching.tsx';
import { ExperimentCard } from './experiment-card.tsx';
import styles from './speech-measures.module.css';
import { ObjectionTable, StepTable } from './step-table.tsx';
import { VersionTable } from './version-table.tsx';

const css = styleNames(styles);
const periods = ['30', '90', '365'] as const;
const dayMs = 86_400_000;
type Speeches = CommandOutput<'speeches.versions'>['versions'];

const useSpeeches = (): Speeches => {
  const { client } = useServices();
  const offline = useOffline();
  const [known, setKnown] = useState<Speeches>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back
  useEffect(() => {
    let current = true;
    void client.request('speeches.versions', {}).then((answer) => {
      if (current && answer.ok) setKnown(answer.value.versions.filter((one) => one.said));
    });
    return () => {
      current = false;
    };
  }, [client, offline]);
  return known;
};

/** A code when it cannot be told now, null while it is asked for. */
const useMeasures = (scriptId: string | null, days: number): SpeechMeasures | ErrorCode | null => {
  const { client, clock } = useServices();
  const offline = useOffline();
  const [known, setKnown] = useState<SpeechMeasures | ErrorCode | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back
  useEffect(() => {
    let current = true;
    setKnown(null);
    if (scriptId === null) return;
    const from = new Date(clock.now() - days * dayMs).toISOString();
    void client.request('speeches.measures', { scriptId, from }).then((answer) => {
      if (current) setKnown(answer.ok ? answer.value : answer.error.code);
    });
    return () => {
      current = false;
    };
  }, [client, clock, scriptId, days, offline]);
  return known;
};

const Sheets = ({ measures }: { readonly measures: SpeechMeasures }) => {
  const { t } = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const { versions, experiments } = measures;
  const version = versions.find((one) => one.version === chosen) ?? versions[0];
  if (version === undefined)
    return <EmptyState icon="speech" title={t('speechMeasures.nothing')} />;
  return (
    <>
      <section className={css('sheet')} aria-label={t('speechMeasures.versions')}>
        <h2>{t('speechMeasures.versions')}</h2>
        <p className={css('under')}>{t('speechMeasures.reading')}</p>
        <VersionTable versions={versions} chosen={version.version} onChoose={setChosen} />
      </section>
      {experiments.map((one) => (
        <ExperimentCard key={one.id} experiment={one} />
      ))}
      <section className={css('sheet')} aria-label={t('speechMeasures.steps')}>
        <h2>{t('speechMeasures.stepsOf', { version: version.version })}</h2>
        <StepTable steps={version.steps} />
        <ObjectionTable objections={version.objections} />
      </section>
    </>
  );
};

const OfSpeech = () => {
  const { t } = useText();
  const id = useId();
  const speeches = useSpeeches();
  const [wanted, setWanted] = useState<string | null>(null);
  const [days, setDays] = useState<(typeof periods)[number]>('90');
  const scriptId = wanted ?? speeches[0]?.id ?? null;
  const measures = useMeasures(scriptId, Number(days));
  return (
    <>
      <div className={css('choice')}>
        <label htmlFor={id}>{t('speechMeasures.head.speech')}</label>
        <select
          id={id}
          value={scriptId ?? ''}
          onChange={(event) => setWanted(event.currentTarget.value)}
        >
          {speeches.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <SegmentedControl
          size="xs"
          aria-label={t('channelMap.byPeriod')}
          value={days}
          onChange={(value) => setDays(periods.find((one) => one === value) ?? '90')}
          data={periods.map((value) => ({ value, label: t(`channelMap.period.${value}`) }))}
        />
      </div>
      {measures === null ? <LoadingLines label={t('common.loading')} /> : null}
      {typeof measures === 'string' ? (
        <EmptyState icon="cloud-off" title={t(`error.${measures}`)} />
      ) : null}
      {measures === null || typeof measures === 'string' ? null : (
        <Sheets key={measures.scriptId} measures={measures} />
      )}
    </>
  );
};

export const SpeechMeasuresScreen = () => {
  const { t } = useText();
  const user = useSlice('session')?.user;
  if (user === null || user === undefined) return null;
  return (
    <main className={css('screen')}>
      <h1>{t('speechMeasures.title')}</h1>
      {user.role === 'advisor' ? null : <OfSpeech />}
      {user.role === 'advisor' || user.role === 'team-lead' ? <Coaching user={user} /> : null}
    </main>
  );
};
