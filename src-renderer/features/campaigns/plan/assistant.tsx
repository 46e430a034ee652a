/** A campaign on five screens: each is kept as it goes, and the last one says what it would bring. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { Fragment, useEffect, useRef, useState } from 'react';
import { GoalForm } from '../settings/goal-form.tsx';
import { RhythmForm } from '../settings/rhythm-form.tsx';
import { Conflict, Saved } from '../settings/saved.tsx';
import { SpeechForm } from '../settings/speech-form.tsx';
import { type SettingsDesk, useSettings } from '../settings/use-settings.ts';
import { useMoves } from '../use-moves.tsx';
import styles from './plan.module.css';
import { ReviewStep } from './review-step.tsx';
import { WhoStep } from './who-step.tsx';

const css = styleNames(styles);
const steps = ['goal', 'who', 'speech', 'rhythm', 'review'] as const;
type Step = (typeof steps)[number];

const Flow = ({ at, onGo }: { readonly at: Step; readonly onGo: (step: Step) => void }) => {
  const { t } = useText();
  const place = steps.indexOf(at);
  return (
    <nav className={css('flow')} aria-label={t('planning.step.label')}>
      {steps.map((step, one) => (
        <Fragment key={step}>
          {one === 0 ? null : <Icon name="chevron-right" size={15} />}
          <button
            type="button"
            className={css(step === at && 'current')}
            aria-current={step === at ? 'step' : undefined}
            onClick={() => onGo(step)}
          >
            {one < place ? <Icon name="check" size={15} /> : null}
            {t(`planning.step.${step}`)}
          </button>
        </Fragment>
      ))}
    </nav>
  );
};

const Body = ({ step, desk }: { readonly step: Step; readonly desk: SettingsDesk }) => {
  switch (step) {
    case 'goal':
      return <GoalForm desk={desk} />;
    case 'who':
      return <WhoStep desk={desk} />;
    case 'speech':
      return <SpeechForm desk={desk} />;
    case 'rhythm':
      return <RhythmForm desk={desk} />;
    case 'review':
      return <ReviewStep desk={desk} />;
  }
};

/** Ctrl+Enter goes on; on the last screen it starts the campaign. */
const Next = ({
  step,
  desk,
  onGo,
  onStart,
}: {
  readonly step: Step;
  readonly desk: SettingsDesk;
  readonly onGo: (step: Step) => void;
  readonly onStart: () => void;
}) => {
  const { t } = useText();
  const place = steps.indexOf(step);
  const next = steps[place + 1];
  const before = steps[place - 1];
  const missing = desk.campaign.problems.length > 0 ? t('planning.missing') : undefined;
  const act = () => {
    if (next !== undefined) onGo(next);
    else if (missing === undefined) onStart();
  };
  useKeys([
    { key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act },
    {
      key: 'ArrowLeft',
      modifier: 'alt',
      whileTyping: 'works',
      act: () => (before === undefined ? undefined : onGo(before)),
    },
  ]);
  return (
    <>
      {before === undefined ? null : (
        <Button
          look="ghost"
          keys={['Alt', '←']}
          aria-keyshortcuts="Alt+ArrowLeft"
          onClick={() => onGo(before)}
        >
          {t(`planning.step.${before}`)}
        </Button>
      )}
      <Button
        look="primary"
        keys={['Ctrl', '↵']}
        aria-keyshortcuts="Control+Enter"
        blocked={next === undefined ? missing : undefined}
        onClick={act}
      >
        {next === undefined ? t('planning.move.start') : t(`planning.step.${next}`)}
      </Button>
    </>
  );
};

export const Assistant = ({
  given,
  onStarted,
  onClose,
}: {
  readonly given: CampaignView;
  readonly onStarted: (campaign: CampaignView) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const desk = useSettings(given);
  const [step, setStep] = useState<Step>('goal');
  const brand = useBrand(given.settings.brandId);
  const moves = useMoves(onStarted);
  const body = useRef<HTMLDivElement>(null);
  const go = async (next: Step) => {
    await desk.flush();
    setStep(next);
  };
  const start = async () => moves.move(await desk.flush(), 'start');
  const leave = async () => {
    await desk.flush();
    onClose();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen begins at its top
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [step]);
  useKeys([{ key: 'Escape', whileTyping: 'rests', act: () => void leave() }]);
  return (
    <main className={css('page')} {...useBrandColors(brand)}>
      <header className={css('head')}>
        <div className={css('who')}>
          <h1>{desk.settings.name.trim() === '' ? t('planning.new.title') : desk.settings.name}</h1>
          <small>
            {brand?.name ?? given.settings.brandId}, {t(`campaign.goal.${desk.settings.goal}`)}
          </small>
        </div>
        <Flow at={step} onGo={(next) => void go(next)} />
        <i />
        <Saved desk={desk} />
        <Button look="ghost" keys={[t('key.escape')]} onClick={() => void leave()}>
          {t('planning.back')}
        </Button>
        <Next step={step} desk={desk} onGo={(next) => void go(next)} onStart={() => void start()} />
      </header>
      <div ref={body} className={css('body')}>
        <Conflict desk={desk} />
        <Body step={step} desk={desk} />
      </div>
      {moves.question}
    </main>
  );
};
