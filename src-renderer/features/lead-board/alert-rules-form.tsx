/** « Alertes »: what is told outside the board, whom next, and when nobody is. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { ChecksField, NumberField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AlertRulesAnswer } from '@shared/contracts/http/lead-alerts.ts';
import {
  type AlertKind,
  type AlertRules,
  alertKinds,
  alertLimits,
} from '@shared/domain/lead-alert/alert-rules.ts';
import { useState } from 'react';
import styles from './board.module.css';
import { FormFoot } from './form-foot.tsx';
import { QuietHours } from './quiet-hours.tsx';

const css = styleNames(styles);
const onlyKinds = (chosen: readonly string[]): AlertKind[] =>
  alertKinds.filter((kind) => chosen.includes(kind));

type EditProps = {
  readonly rules: AlertRules;
  readonly onChange: (change: Partial<AlertRules>) => void;
};

const Kinds = ({
  rules,
  onChange,
  of,
}: EditProps & {
  /** Told at all, or told even in quiet hours. */
  readonly of: 'told' | 'evenQuiet';
}) => {
  const { t } = useText();
  return (
    <ChecksField
      label={t(`alert.rules.${of}`)}
      chosen={rules[of]}
      options={alertKinds.map((kind) => ({ id: kind, label: t(`alert.kind.${kind}`) }))}
      onChange={(chosen) => onChange({ [of]: onlyKinds(chosen) })}
    />
  );
};

const Further = ({ rules, onChange, nameable }: EditProps & Pick<AlertRulesAnswer, 'nameable'>) => {
  const { t } = useText();
  return (
    <>
      <NumberField
        label={t('alert.rules.escalateAfter')}
        hint={t('alert.rules.emptyIsNever')}
        empty="allowed"
        value={rules.escalateAfterS}
        from={alertLimits.escalateAfterS[0]}
        to={alertLimits.escalateAfterS[1]}
        onChange={(value) =>
          onChange({ escalateAfterS: value === null ? null : Math.round(value) })
        }
      />
      <div className={css('people')}>
        <ChecksField
          label={t('alert.rules.escalateTo')}
          chosen={rules.escalateTo}
          options={nameable.map(({ id, name }) => ({ id, label: name }))}
          onChange={(escalateTo) => onChange({ escalateTo: escalateTo.slice(0, 10) })}
        />
      </div>
    </>
  );
};

const Fields = ({
  kept,
  onDone,
}: {
  readonly kept: AlertRulesAnswer;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [rules, setRules] = useState(kept.rules);
  const change = (part: Partial<AlertRules>) => setRules((was) => ({ ...was, ...part }));
  const save = async () => {
    const { teamId, version } = kept;
    const answer = await request('lead.set-alert-rules', { teamId, version, rules });
    if (answer.ok) onDone();
  };
  return (
    <>
      <Kinds of="told" rules={rules} onChange={change} />
      <NumberField
        label={t('alert.rules.after')}
        hint={t('board.threshold.seconds')}
        value={rules.afterS}
        from={alertLimits.afterS[0]}
        to={alertLimits.afterS[1]}
        onChange={(value) => change({ afterS: Math.round(value ?? rules.afterS) })}
      />
      <Further rules={rules} onChange={change} nameable={kept.nameable} />
      <QuietHours quiet={rules.quiet} onChange={(quiet) => change({ quiet })} />
      {rules.quiet.length === 0 ? null : <Kinds of="evenQuiet" rules={rules} onChange={change} />}
      <FormFoot onSave={save} onLeave={onDone} />
    </>
  );
};

export const AlertRulesForm = ({
  teamId,
  onDone,
}: {
  readonly teamId: string;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const { known } = useAsked('lead.alert-rules', { teamId });
  return (
    <>
      <p className={css('given')}>{t('alert.rules.what')}</p>
      <Loaded of={known}>{(kept) => <Fields kept={kept} onDone={onDone} />}</Loaded>
    </>
  );
};
