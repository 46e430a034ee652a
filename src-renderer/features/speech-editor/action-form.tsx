/** What a step does by one key: its kind, and what that kind needs. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { grantKinds } from '@shared/domain/brand-rules/brand-rules.ts';
import { caseKinds } from '@shared/domain/customer/customer.ts';
import type { Action } from '@shared/domain/script/action.ts';
import { fieldKey } from '@shared/domain/script/answers.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { DispositionSelect } from './disposition-select.tsx';
import { useScript } from './editor-store.ts';
import { SelectInput, TextInput } from './form-parts.tsx';
import { useStepEdit } from './use-step-edit.ts';

/** A new action of each kind, to be filled in. What may not be empty holds a gap until it is written. */
const fresh: { readonly [type in Action['type']]: Action } = {
  callback: { type: 'callback', inHours: 24, assignee: 'anyone', reason: '' },
  appointment: { type: 'appointment', inHours: 48, reason: '' },
  'open-case': { type: 'open-case', kind: 'request', title: '', detail: '' },
  'send-document': { type: 'send-document', name: '', channel: 'email' },
  grant: { type: 'grant', kind: 'gesture', amountCents: 0 },
  transfer: { type: 'transfer', to: ' ', why: '' },
  disposition: { type: 'disposition', code: ' ' },
};

const actionTypes = Object.keys(fresh) as readonly Action['type'][];

type Part<T extends Action['type']> = {
  readonly action: Extract<Action, { readonly type: T }>;
  readonly onChange: (action: Action) => void;
};

const WhenSelect = ({ action, onChange }: Part<'callback' | 'appointment'>) => {
  const { t } = useText();
  const { steps } = useScript();
  const dates = steps.flatMap((step) =>
    step.fields
      .filter(({ type }) => type === 'date')
      .map((field) => ({
        id: fieldKey(step.id, field.id),
        label: `${step.title} : ${field.label}`,
      })),
  );
  return (
    <SelectInput
      label={t('speechEditor.when')}
      name="action"
      value={action.when ?? ''}
      options={[{ id: '', label: t('speechEditor.whenHours') }, ...dates]}
      onChange={(when) => onChange({ ...action, when: when === '' ? undefined : when })}
    />
  );
};

const LaterForm = ({ action, onChange }: Part<'callback' | 'appointment'>) => {
  const { t } = useText();
  return (
    <>
      <WhenSelect action={action} onChange={onChange} />
      {action.when === undefined ? (
        <TextInput
          label={t('speechEditor.inHours')}
          type="number"
          narrow
          value={String(action.inHours)}
          onChange={(hours) =>
            onChange({ ...action, inHours: Math.min(720, Math.max(0.25, Number(hours) || 0.25)) })
          }
        />
      ) : null}
      <TextInput
        label={t('speechEditor.reason')}
        most={300}
        value={action.reason}
        onChange={(reason) => onChange({ ...action, reason })}
      />
    </>
  );
};

const CaseForm = ({ action, onChange }: Part<'open-case'>) => {
  const { t } = useText();
  return (
    <>
      <SelectInput
        label={t('speechEditor.caseKind')}
        narrow
        value={action.kind}
        options={caseKinds.map((id) => ({ id, label: t(`speechEditor.caseKindOf.${id}`) }))}
        onChange={(kind) => onChange({ ...action, kind: kind as typeof action.kind })}
      />
      <TextInput
        label={t('speechEditor.caseTitle')}
        most={200}
        value={action.title}
        onChange={(title) => onChange({ ...action, title })}
      />
    </>
  );
};

const DocumentForm = ({ action, onChange }: Part<'send-document'>) => {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('speechEditor.document')}
        value={action.name}
        onChange={(name) => onChange({ ...action, name })}
      />
      <SelectInput
        label={t('speechEditor.documentBy')}
        narrow
        value={action.channel}
        options={(['email', 'sms', 'post'] as const).map((id) => ({
          id,
          label: t(`speechEditor.channel.${id}`),
        }))}
        onChange={(channel) => onChange({ ...action, channel: channel as typeof action.channel })}
      />
    </>
  );
};

const GrantForm = ({ action, onChange }: Part<'grant'>) => {
  const { t } = useText();
  return (
    <>
      <SelectInput
        label={t('speechEditor.grantKind')}
        narrow
        value={action.kind}
        options={grantKinds.map((id) => ({ id, label: t(`speechEditor.grantOf.${id}`) }))}
        onChange={(kind) => onChange({ ...action, kind: kind as typeof action.kind })}
      />
      <TextInput
        label={t('speechEditor.amount')}
        type="number"
        narrow
        value={String(action.amountCents / 100)}
        onChange={(euros) =>
          onChange({ ...action, amountCents: Math.max(0, Math.round((Number(euros) || 0) * 100)) })
        }
      />
    </>
  );
};

const PartForm = ({ action, onChange }: Part<Action['type']>) => {
  const { t } = useText();
  switch (action.type) {
    case 'callback':
    case 'appointment':
      return <LaterForm action={action} onChange={onChange} />;
    case 'open-case':
      return <CaseForm action={action} onChange={onChange} />;
    case 'send-document':
      return <DocumentForm action={action} onChange={onChange} />;
    case 'grant':
      return <GrantForm action={action} onChange={onChange} />;
    case 'transfer':
      return (
        <TextInput
          label={t('speechEditor.transferTo')}
          most={80}
          value={action.to.trimStart()}
          onChange={(to) => onChange({ ...action, to: to || ' ' })}
        />
      );
    case 'disposition':
      return (
        <DispositionSelect
          value={action.code}
          onChange={(code) => onChange({ ...action, code: code ?? ' ' })}
        />
      );
  }
};

export const ActionForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const { action } = step;
  return (
    <>
      <SelectInput
        label={t('speechEditor.does')}
        name="action"
        value={action?.type ?? ''}
        options={[
          ...(action === undefined ? [{ id: '', label: t('speechEditor.doesNothing') }] : []),
          ...actionTypes.map((id) => ({ id, label: t(`speechEditor.action.${id}`) })),
        ]}
        onChange={(type) => {
          const chosen = actionTypes.find((one) => one === type);
          if (chosen !== undefined) change('action', { action: fresh[chosen] });
        }}
      />
      {action === undefined ? null : (
        <PartForm action={action} onChange={(next) => change('action part', { action: next })} />
      )}
    </>
  );
};
