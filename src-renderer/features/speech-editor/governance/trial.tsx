/** « Essayer sur 5 % »: an approved version said to a share of the customers, beside the one that is said. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Experiment } from '@shared/contracts/http/script-experiments.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { useCallback, useEffect, useId, useState } from 'react';
import styles from './governance.module.css';

const css = styleNames(styles);

const useExperiments = (scriptId: string) => {
  const { client } = useServices();
  const [known, setKnown] = useState<readonly Experiment[]>([]);
  const reload = useCallback(async () => {
    const answer = await client.request('speeches.experiments', { scriptId });
    if (answer.ok) setKnown(answer.value.experiments);
  }, [client, scriptId]);
  useEffect(() => void reload(), [reload]);
  return { known, reload };
};

const Running = ({
  experiment,
  onStop,
}: {
  readonly experiment: Experiment;
  readonly onStop: (() => void) | null;
}) => {
  const { t, language } = useText();
  const arms = experiment.arms.map(({ version, share }) =>
    t('speechWay.trial.arm', { version, share }),
  );
  return (
    <>
      <p>
        {t('speechWay.trial.running', {
          day: formatShortDay(experiment.from, language),
          arms: arms.join(', '),
        })}
      </p>
      {onStop === null ? null : (
        <div className={css('row')}>
          <Button size="small" onClick={onStop}>
            {t('speechWay.trial.stop')}
          </Button>
        </div>
      )}
    </>
  );
};

const whole = (text: string, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.round(Number(text)) || low));

const Plan = ({
  onStart,
}: {
  readonly onStart: (share: number, plannedPerArm: number) => void;
}) => {
  const { t } = useText();
  const id = useId();
  const [share, setShare] = useState('5');
  const [planned, setPlanned] = useState('400');
  return (
    <form
      className={css('asking')}
      onSubmit={(event) => {
        event.preventDefault();
        onStart(whole(share, 1, 50), whole(planned, 1, 1_000_000));
      }}
    >
      <label htmlFor={`${id}-share`}>{t('speechWay.trial.share')}</label>
      <input
        id={`${id}-share`}
        type="number"
        min={1}
        max={50}
        value={share}
        onChange={(event) => setShare(event.currentTarget.value)}
      />
      <label htmlFor={`${id}-planned`}>{t('speechWay.trial.planned')}</label>
      <input
        id={`${id}-planned`}
        type="number"
        min={1}
        value={planned}
        onChange={(event) => setPlanned(event.currentTarget.value)}
      />
      <div className={css('row')}>
        <Button type="submit" size="small">
          {t('speechWay.trial.start', { share: whole(share, 1, 50) })}
        </Button>
      </div>
    </form>
  );
};

export const Trial = ({
  version,
  versions,
}: {
  readonly version: ScriptVersion;
  readonly versions: readonly ScriptVersion[];
}) => {
  const { t } = useText();
  const request = useRequest();
  const { clock } = useServices();
  const { known, reload } = useExperiments(version.id);
  const now = new Date(clock.now()).toISOString();
  const running = known.find(
    ({ stoppedAt, until }) => stoppedAt === null && (until === null || until > now),
  );
  const said = versions.find((one) => one.id === version.id && one.said);
  const mayTry = version.may.includes('publish') || version.may.includes('withdraw');
  const isReady = version.status === 'approved' || version.status === 'published';
  const start = async (share: number, plannedPerArm: number) => {
    if (said === undefined) return;
    const plan = {
      name: t('speechWay.trial.name', { version: version.version, said: said.version }),
      arms: [
        { id: `v${said.version}`, version: said.version, share: 100 - share },
        { id: `v${version.version}`, version: version.version, share },
      ],
      outcome: 'reached' as const,
      plannedPerArm,
    };
    const answer = await request('speeches.try', { scriptId: version.id, plan });
    if (answer.ok) void reload();
  };
  const stop = async (experimentId: string) => {
    const answer = await request('speeches.stop-trying', { experimentId });
    if (answer.ok) void reload();
  };
  const mayPlan = mayTry && isReady && said !== undefined && said.version !== version.version;
  if (running === undefined && !mayPlan) return null;
  return (
    <section className={css('part')} aria-label={t('speechWay.trial.title')}>
      <h3>{t('speechWay.trial.title')}</h3>
      {running === undefined ? (
        <Plan onStart={(share, planned) => void start(share, planned)} />
      ) : (
        <Running experiment={running} onStop={mayTry ? () => void stop(running.id) : null} />
      )}
    </section>
  );
};
