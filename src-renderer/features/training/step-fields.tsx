/** One step of the script in the form: its kind, what belongs to it, and its place. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type PlayStep, stepKinds } from '@shared/domain/role-play/role-play.ts';
import styles from './form.module.css';
import { NumberField, SelectField, TextField, type Wrong } from './form-parts.tsx';
import { VoiceField } from './voice-field.tsx';

const css = styleNames(styles);
type Kind = PlayStep['kind'];

const firstOf: { readonly [K in Kind]: Extract<PlayStep, { kind: K }> } = {
  wait: { kind: 'wait', seconds: 3 },
  listen: { kind: 'listen', atMostSeconds: 15 },
  say: { kind: 'say', text: '', sound: null },
  music: { kind: 'music', seconds: 5 },
  tones: { kind: 'tones', tones: '' },
  'expect-transfer': { kind: 'expect-transfer', withinSeconds: 60 },
  'hang-up': { kind: 'hang-up', manner: 'polite' },
};

type Props = {
  readonly step: PlayStep;
  readonly path: string;
  readonly wrong: Wrong;
  readonly brandId: string;
  readonly onChange: (step: PlayStep) => void;
};

type Saying = Omit<Props, 'step'> & { readonly step: Extract<PlayStep, { kind: 'say' }> };

const SayFields = ({ step, path, wrong, brandId, onChange }: Saying) => {
  const { t } = useText();
  return (
    <div>
      <TextField
        label={t('playForm.words')}
        path={`${path}.text`}
        wrong={wrong}
        lines={2}
        maxLength={400}
        value={step.text}
        // Other words than those that were recorded: the sound no longer fits.
        onChange={(text) => onChange({ ...step, text, sound: null })}
      />
      <VoiceField
        sound={step.sound}
        brandId={brandId}
        onChange={(sound) => onChange({ ...step, sound })}
      />
    </div>
  );
};

/** The steps that are no more than a time: under which name it stands, and the longest there is. */
const times = {
  wait: { name: 'seconds', max: 120 },
  music: { name: 'seconds', max: 60 },
  listen: { name: 'atMostSeconds', max: 120 },
  'expect-transfer': { name: 'withinSeconds', max: 180 },
} as const;

type Timed = Extract<PlayStep, { kind: keyof typeof times }>;

const secondsOf = (step: Timed): number => {
  if (step.kind === 'listen') return step.atMostSeconds;
  return step.kind === 'expect-transfer' ? step.withinSeconds : step.seconds;
};

const withSeconds = (step: Timed, seconds: number): Timed => {
  if (step.kind === 'listen') return { ...step, atMostSeconds: seconds };
  if (step.kind === 'expect-transfer') return { ...step, withinSeconds: seconds };
  return { ...step, seconds };
};

const StepDetail = (props: Props) => {
  const { step, path, wrong, onChange } = props;
  const { t } = useText();
  if (step.kind === 'say') return <SayFields {...props} step={step} />;
  if (step.kind === 'tones')
    return (
      <TextField
        label={t('playForm.tones')}
        path={`${path}.tones`}
        wrong={wrong}
        maxLength={20}
        value={step.tones}
        onChange={(tones) => onChange({ ...step, tones })}
      />
    );
  if (step.kind === 'hang-up')
    return (
      <SelectField
        label={t('playForm.manner')}
        path={`${path}.manner`}
        wrong={wrong}
        value={step.manner}
        options={(['polite', 'angry'] as const).map((id) => ({
          id,
          label: t(`playForm.manners.${id}`),
        }))}
        onChange={(manner) => onChange({ ...step, manner })}
      />
    );
  const { name, max } = times[step.kind];
  return (
    <NumberField
      label={t('playForm.seconds')}
      path={`${path}.${name}`}
      wrong={wrong}
      value={secondsOf(step)}
      max={max}
      onChange={(seconds) => onChange(withSeconds(step, seconds))}
    />
  );
};

export const StepFields = ({
  number,
  last,
  onMove,
  onRemove,
  ...props
}: Props & {
  readonly number: number;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  return (
    <li aria-label={t('playForm.step', { number })}>
      <b className="figures">{number}</b>
      <SelectField
        label={t('playForm.kind')}
        path={`${props.path}.kind`}
        wrong={props.wrong}
        value={props.step.kind}
        options={stepKinds.map((id) => ({ id, label: t(`playForm.kinds.${id}`) }))}
        onChange={(kind) => props.onChange(firstOf[kind])}
      />
      <StepDetail {...props} />
      <span className={css('acts')}>
        <Button
          size="small"
          look="ghost"
          aria-label={t('playForm.up', { number })}
          blocked={number === 1 ? t('playForm.isFirst') : undefined}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('playForm.down', { number })}
          blocked={last ? t('playForm.isLast') : undefined}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('playForm.removeStep', { number })}
          onClick={onRemove}
        >
          ×
        </Button>
      </span>
    </li>
  );
};
