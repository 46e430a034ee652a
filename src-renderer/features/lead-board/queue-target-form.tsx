/** « Cibles des files »: what a queue is to achieve, decided for each queue of the lead's brands. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { NumberField, SelectField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptQueueTarget } from '@shared/contracts/http/queue-targets.ts';
import { type DecidedTarget, targetLimits } from '@shared/domain/queue-call/target.ts';
import { useState } from 'react';
import styles from './board.module.css';

const css = styleNames(styles);
const names = ['targetS', 'answeredShare', 'waitS', 'shortS'] as const;
/** Where nothing is said the threshold of the team holds. */
const mayBeEmpty: ReadonlySet<keyof DecidedTarget> = new Set(['answeredShare', 'waitS'] as const);

const TargetFields = ({
  kept,
  onDone,
}: {
  readonly kept: KeptQueueTarget;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [target, setTarget] = useState(kept.target);
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    const { queue, version } = kept;
    const answer = await request('lead.decide-queue-target', { queue, version, target });
    if (!answer.ok) return;
    setSaved(true);
    onDone();
  };
  return (
    <>
      {names.map((name) => (
        <NumberField
          key={name}
          label={t(`board.target.${name}`)}
          hint={t(`board.target.hint.${name}`)}
          value={target[name]}
          from={targetLimits[name][0]}
          to={targetLimits[name][1]}
          empty={mayBeEmpty.has(name) ? 'allowed' : 'refused'}
          onChange={(value) => {
            setSaved(false);
            setTarget((was) => ({
              ...was,
              [name]:
                value === null ? (mayBeEmpty.has(name) ? null : was[name]) : Math.round(value),
            }));
          }}
        />
      ))}
      <div className={css('orders')}>
        <Button look="primary" onClick={() => void save()}>
          {t('board.target.save')}
        </Button>
      </div>
      {isSaved ? (
        <p className={css('given')} role="status">
          {t('board.target.saved')}
        </p>
      ) : null}
    </>
  );
};

const Targets = ({
  targets,
  onDone,
}: {
  readonly targets: readonly KeptQueueTarget[];
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const [queue, setQueue] = useState(targets[0]?.queue ?? '');
  const kept = targets.find((one) => one.queue === queue);
  if (kept === undefined)
    return (
      <EmptyState
        icon="info"
        title={t('board.target.none')}
        detail={t('board.target.noneDetail')}
      />
    );
  return (
    <>
      <SelectField
        label={t('board.queue')}
        value={queue}
        options={targets.map((one) => ({ id: one.queue, label: one.label }))}
        onChange={setQueue}
      />
      <TargetFields key={`${queue} ${kept.version}`} kept={kept} onDone={onDone} />
    </>
  );
};

export const QueueTargetForm = () => {
  const { t } = useText();
  const { known, reload } = useAsked('lead.queue-targets', {});
  return (
    <section aria-label={t('board.target.title')}>
      <h3>{t('board.target.title')}</h3>
      <p className={css('given')}>{t('board.target.what')}</p>
      <Loaded of={known}>
        {({ targets }) => <Targets targets={targets} onDone={() => void reload()} />}
      </Loaded>
    </section>
  );
};
