/** What a brand records: for which purpose, which sample, how long it is kept, and who decided it why. */
import { formatDate } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  largestSample,
  longestAnalysisDays,
  longestAudioDays,
  type RecordingPurpose,
  type RecordingRules,
  recordingPurposes,
  recordingRulesSchema,
} from '@shared/domain/recording/purpose.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { SelectField, TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { NumberField } from './number-field.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
const switches = ['off', 'on'] as const;

type Change = <P extends RecordingPurpose>(purpose: P, part: Partial<RecordingRules[P]>) => void;

const PurposeFields = ({
  purpose,
  rules,
  onChange,
}: {
  readonly purpose: RecordingPurpose;
  readonly rules: RecordingRules;
  readonly onChange: Change;
}) => {
  const { t } = useText();
  const own = rules[purpose];
  const days = { audioDays: longestAudioDays, analysisDays: longestAnalysisDays } as const;
  return (
    <fieldset className={css('form')}>
      <legend>{t(`admin.recording.purpose.${purpose}`)}</legend>
      <SelectField
        label={t('admin.recording.isRecorded')}
        hint={t(`admin.recording.which.${purpose}`)}
        value={own.on ? 'on' : 'off'}
        options={switches.map((id) => ({ id, label: t(`admin.recording.switch.${id}`) }))}
        onChange={(value) => onChange(purpose, { on: value === 'on' })}
      />
      {(['audioDays', 'analysisDays'] as const).map((name) => (
        <NumberField
          key={name}
          label={t(`admin.recording.${name}`)}
          hint={t('admin.recording.atMost', { count: days[name] })}
          value={own[name]}
          from={1}
          to={days[name]}
          onChange={(value) => onChange(purpose, { [name]: value })}
        />
      ))}
      {purpose === 'evaluation' ? (
        <NumberField
          label={t('admin.recording.perMonth')}
          hint={t('admin.recording.sample', { count: largestSample })}
          value={rules.evaluation.perMonth}
          from={1}
          to={largestSample}
          onChange={(perMonth) => onChange('evaluation', { perMonth })}
        />
      ) : null}
      {purpose === 'complaint' ? (
        <TextField
          label={t('admin.recording.basis')}
          hint={t('admin.recording.basisHint')}
          value={rules.complaint.basis}
          wrong={rules.complaint.on && rules.complaint.basis.trim().length < 10}
          onChange={(basis) => onChange('complaint', { basis: basis.slice(0, 300) })}
        />
      ) : null}
    </fieldset>
  );
};

const Rules = ({
  brandId,
  known,
  onChanged,
}: {
  readonly brandId: string;
  readonly known: RecordingRules;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const { act } = useAdministration();
  const [rules, setRules] = useState(known);
  const [reason, setReason] = useState('');
  const change: Change = (purpose, part) =>
    setRules((was) => ({ ...was, [purpose]: { ...was[purpose], ...part } }));
  const isOther = JSON.stringify(rules) !== JSON.stringify(known);
  const isLawful = recordingRulesSchema.safeParse(rules).success;
  const why = isLawful
    ? reason.trim().length < 3
      ? t('admin.recording.needsReason')
      : undefined
    : t('admin.recording.notLawful');
  const save = async () => {
    const change = { brandId, rules, reason: reason.trim() };
    const done = await act('admin.change-recording-rules', change);
    if (done.ok) onChanged();
  };
  return (
    <>
      {recordingPurposes.map((purpose) => (
        <PurposeFields key={purpose} purpose={purpose} rules={rules} onChange={change} />
      ))}
      {isOther ? (
        <div className={css('form')}>
          <TextField
            label={t('admin.recording.reason')}
            hint={t('admin.recording.reasonHint')}
            value={reason}
            onChange={setReason}
          />
          <div>
            <Button look="primary" blocked={why} onClick={() => void save()}>
              {t('admin.recording.save')}
            </Button>
            <Button look="ghost" onClick={() => setRules(known)}>
              {t('admin.recording.undo')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
};

export const RecordingRulesSheet = ({ brandId }: { readonly brandId: string }) => {
  const { t, language } = useText();
  const { known, reload } = useHub('admin.recording-rules', { brandId });
  return (
    <Sheet wide title={t('admin.recording.title')}>
      <p className={css('quiet')}>{t('admin.recording.what')}</p>
      <Loaded of={known}>
        {({ rules, changedAt, why }) => (
          <>
            <Tag tone={changedAt === null ? 'plain' : 'ok'} icon="info">
              {changedAt === null
                ? t('admin.recording.nothingYet')
                : t('admin.recording.decided', {
                    day: formatDate(Date.parse(changedAt), language),
                    why: why ?? '',
                  })}
            </Tag>
            <Rules
              key={JSON.stringify(rules)}
              brandId={brandId}
              known={rules}
              onChanged={() => void reload()}
            />
          </>
        )}
      </Loaded>
    </Sheet>
  );
};
